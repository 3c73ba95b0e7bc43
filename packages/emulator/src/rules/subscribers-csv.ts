import type { SimState } from '../state/sim.ts'
import { toCsv } from './csv.ts'
import type { CsvLabels } from './csv-labels.ts'

/**
 * SIMs as CSV, terminated ones too. No source shows the service's columns; these have the names that the API gives the
 * same values, and those of tags and groups at the end, as the other CSV files do.
 */
export function toSubscribersCsv(sims: readonly SimState[], labels: CsvLabels): string {
  const rows = sims.map((sim) => [
    sim.imsi,
    sim.msisdn,
    sim.imsi,
    sim.imsi,
    sim.serialNumber,
    sim.subscription,
    sim.bundles.join('|'),
    sim.moduleType,
    sim.status,
    sim.speedClass,
    sim.ipAddress,
    sim.createdMs,
    sim.modifiedMs,
    sim.expiryMs,
    sim.expiryAction,
    sim.terminationEnabled,
    sim.groupId,
    ...labels.of(sim.imsi),
  ])
  return toCsv([...columns, ...labels.columns], rows)
}

const columns = [
  'imsi',
  'msisdn',
  'iccid',
  'simId',
  'serialNumber',
  'subscription',
  'bundles',
  'moduleType',
  'status',
  'speedClass',
  'ipAddress',
  'createdTime',
  'lastModifiedTime',
  'expiryTime',
  'expiryAction',
  'terminationEnabled',
  'groupId',
]
