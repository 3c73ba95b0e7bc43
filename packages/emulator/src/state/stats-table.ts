import { type StatsPeriod, statsPeriods } from '@soracom-fixtures/api'
import { bucketStart, nextBucketStart } from '../rules/stats-buckets.ts'

/** Counters by name (a speed class, a Beam protocol), each a fixed number of numbers. */
export type Counters = Map<string, number[]>

/** What was inserted for one SIM, summed by month, day and five minutes at insertion; never point by point. */
export interface StatsTable {
  readonly times: Set<number>
  readonly month: Map<number, Counters>
  readonly day: Map<number, Counters>
  readonly minutes: Map<number, Counters>
}

/** An empty table. */
export function createStatsTable(): StatsTable {
  return { times: new Set(), month: new Map(), day: new Map(), minutes: new Map() }
}

/** Adds one point to the buckets it falls in; `false`, and nothing changed, when its time is taken. */
export function insertPoint(
  table: StatsTable,
  unixtimeSeconds: number,
  values: Counters,
  offsetMinutes: number,
): boolean {
  if (table.times.has(unixtimeSeconds)) return false
  table.times.add(unixtimeSeconds)
  for (const period of statsPeriods) {
    addCounters(bucketAt(table[period], bucketStart(unixtimeSeconds, period, offsetMinutes)), values)
  }
  return true
}

/** The buckets of a period that begin within two moments (both included), oldest first; none without a table. */
export function bucketsBetween(
  table: StatsTable | undefined,
  period: StatsPeriod,
  fromStartSeconds: number,
  toStartSeconds: number,
  offsetMinutes: number,
): [number, Counters][] {
  if (!table) return []
  const buckets = table[period]
  const inside: [number, Counters][] = []
  // A short range is walked bucket by bucket, a long one by what there is.
  if ((toStartSeconds - fromStartSeconds) / widthSeconds[period] < buckets.size) {
    let start = fromStartSeconds
    while (start <= toStartSeconds) {
      const counters = buckets.get(start)
      if (counters) inside.push([start, counters])
      start = nextBucketStart(start, period, offsetMinutes)
    }
    return inside
  }
  for (const entry of buckets) {
    if (entry[0] >= fromStartSeconds && entry[0] <= toStartSeconds) inside.push(entry)
  }
  return inside.sort((left, right) => left[0] - right[0])
}

/** Adds counters to others, name by name. */
export function addCounters(sum: Counters, values: Counters): void {
  for (const [name, numbers] of values) {
    const present = sum.get(name)
    if (present === undefined) sum.set(name, [...numbers])
    else for (const [index, number] of numbers.entries()) present[index] = (present[index] ?? 0) + number
  }
}

// The least width of a bucket.
const widthSeconds: Readonly<Record<StatsPeriod, number>> = { month: 28 * 86_400, day: 86_400, minutes: 300 }

function bucketAt(buckets: Map<number, Counters>, startSeconds: number): Counters {
  let bucket = buckets.get(startSeconds)
  if (bucket === undefined) {
    bucket = new Map()
    buckets.set(startSeconds, bucket)
  }
  return bucket
}
