import type { StatsPeriod } from '@soracom-fixtures/api'
import { dayMs, monthStartMs, shiftMonth, toMonthText } from './calendar.ts'
import { bucketStart } from './stats-buckets.ts'

/** How far back the stats of a period reach. A period without a reach is not answered. */
export type StatsReach = Readonly<Partial<Record<StatsPeriod, { readonly months: number } | { readonly days: number }>>>

/** The reach of one SIM's stats (published API document). */
export const reachOfSim: StatsReach = { month: { months: 18 }, day: { months: 18 }, minutes: { days: 32 } }

/** The reach of the stats of groups and operators, which have no five minutes (published API document). */
export const reachOfMany: StatsReach = { month: { months: 3 }, day: { days: 7 } }

/** The beginning, in UNIX seconds, of the oldest bucket within reach. */
export function oldestBucketStart(
  reach: StatsReach,
  period: StatsPeriod,
  nowMs: number,
  offsetMinutes: number,
): number {
  const back = reach[period] ?? { days: 0 }
  if ('days' in back) return bucketStart(Math.floor((nowMs - back.days * dayMs) / 1000), period, offsetMinutes)
  return monthStartMs(shiftMonth(toMonthText(nowMs, offsetMinutes), -back.months), offsetMinutes) / 1000
}
