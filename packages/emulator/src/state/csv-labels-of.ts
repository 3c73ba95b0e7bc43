import { type CsvLabels, toCsvLabels } from '../rules/csv-labels.ts'
import type { OperatorState } from './operator.ts'
import { findByImsi } from './sim-table.ts'
import type { World } from './world.ts'

/** The columns of tags and groups for SIMs of an operator. Nothing is told of one that it gave to another. */
export function csvLabelsOf(world: World, operator: OperatorState, imsis: Iterable<string>): CsvLabels {
  const sims = [...new Set(imsis)].flatMap((imsi) => {
    const sim = findByImsi(world, imsi)
    if (sim?.operatorId !== operator.operatorId) return []
    const group = operator.groups.get(sim.groupId ?? '')
    return [{ imsi, tags: sim.tags, groupName: group && (group.tags.get('name') ?? '') }]
  })
  return toCsvLabels(sims)
}
