import type { CoverageType, StatsPeriod } from '@soracom-fixtures/api'
import type { SimState } from '../state/sim.ts'
import { addCounters, bucketsBetween, type Counters } from '../state/stats-table.ts'
import { toCsv } from './csv.ts'
import type { CsvLabels } from './csv-labels.ts'
import { coverageTypeOf } from './plan-rules.ts'
import { bucketDate } from './stats-buckets.ts'

/** Which buckets of stats are wanted. */
export interface StatsRange {
  readonly period: StatsPeriod
  /** The beginnings of the first bucket and the last, UNIX seconds. */
  readonly fromStart: number
  readonly toStart: number
  readonly offset: number
}

/**
 * Air stats of SIMs as CSV. `type` is the speed class under Japanese coverage and the subscription under global coverage;
 * packets are counted under names that say PacketCount, unlike in JSON (guide to the CSV at users.soracom.io).
 */
export function toAirCsv(
  sims: readonly SimState[],
  range: StatsRange,
  billed: CoverageType,
  labels: CsvLabels,
): string {
  const rows = sims.flatMap((sim) => {
    const isByClass = coverageTypeOf(sim.subscription, billed) === 'jp'
    return bucketsOf(sim.air, range).flatMap(([date, counters]) =>
      [...(isByClass ? counters : sumAs(sim.subscription, counters))].map(
        ([type, [uploadBytes = 0, downloadBytes = 0, uploadPackets = 0, downloadPackets = 0]]) => [
          sim.imsi,
          date,
          type,
          uploadBytes,
          uploadPackets,
          downloadBytes,
          downloadPackets,
          ...labels.of(sim.imsi),
        ],
      ),
    )
  })
  const columns = ['uploadByteSizeTotal', 'uploadPacketCountTotal', 'downloadByteSizeTotal', 'downloadPacketCountTotal']
  return toCsv(['imsi', 'date', 'type', ...columns, ...labels.columns], rows)
}

/** Beam stats of SIMs as CSV. No source shows the service's columns; these follow those of the Air file and the JSON. */
export function toBeamCsv(sims: readonly SimState[], range: StatsRange, labels: CsvLabels): string {
  const rows = sims.flatMap((sim) =>
    bucketsOf(sim.beam, range).flatMap(([date, counters]) =>
      [...counters].map(([type, [count = 0]]) => [sim.imsi, date, type, count, ...labels.of(sim.imsi)]),
    ),
  )
  return toCsv(['imsi', 'date', 'type', 'count', ...labels.columns], rows)
}

function bucketsOf(table: SimState['air'], { period, fromStart, toStart, offset }: StatsRange): [string, Counters][] {
  const buckets = bucketsBetween(table, period, fromStart, toStart, offset)
  return buckets.map(([start, counters]) => [bucketDate(start, period, offset), counters])
}

function sumAs(name: string, counters: Counters): Counters {
  const sum: Counters = new Map()
  for (const numbers of counters.values()) addCounters(sum, new Map([[name, numbers]]))
  return sum
}
