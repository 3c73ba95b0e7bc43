import { exportStatsRequestSchema } from '@soracom-fixtures/api/schemas'
import { billedCoverageType } from '../rules/billing/billed-coverage-type.ts'
import { type StatsRange, toAirCsv, toBeamCsv } from '../rules/stats-csv.ts'
import { reachOfSim } from '../rules/stats-reach.ts'
import { csvLabelsOf } from '../state/csv-labels-of.ts'
import type { SimState } from '../state/sim.ts'
import { findByImsi } from '../state/sim-table.ts'
import { keysAfter } from '../state/sorted-keys.ts'
import { bucketsBetween } from '../state/stats-table.ts'
import type { Answer } from './answer.ts'
import { answerExport } from './answer-export.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { readBody } from './read-body.ts'
import { toStatsRange } from './read-stats-range.ts'

/** Usage of all SIMs as CSV files. SIMs that are terminated are in them, unlike in the answers about one SIM. */
export const statsExportOperations: readonly Operation[] = [
  { operationId: 'exportAirStats', handle: (context) => exportStats(context, 'air') },
  { operationId: 'exportBeamStats', handle: (context) => exportStats(context, 'beam') },
]

function exportStats(context: OperatorContext, kind: 'air' | 'beam'): Answer {
  const { world, operator, body } = context
  const range = toStatsRange(context, reachOfSim, readBody(exportStatsRequestSchema, body))
  const sims = simsWithUsage(context, kind, range)
  const labels = csvLabelsOf(
    world,
    operator,
    sims.map(({ imsi }) => imsi),
  )
  const text =
    kind === 'air'
      ? toAirCsv(sims, range, billedCoverageType(operator.coverageTypes), labels)
      : toBeamCsv(sims, range, labels)
  return answerExport(context, `${kind}-${range.period}`, text)
}

function simsWithUsage({ world, operator }: OperatorContext, kind: 'air' | 'beam', range: StatsRange): SimState[] {
  const { period, fromStart, toStart, offset } = range
  return [...keysAfter(operator.imsis)].flatMap((imsi) => {
    const sim = findByImsi(world, imsi)
    return sim && bucketsBetween(sim[kind], period, fromStart, toStart, offset).length > 0 ? [sim] : []
  })
}
