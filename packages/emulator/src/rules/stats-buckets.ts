import type { StatsPeriod } from '@soracom-fixtures/api'
import { monthStartMs, shiftMonth, toDayText, toDigits, toMonthText } from './calendar.ts'

/** The beginning, in UNIX seconds, of the bucket of a period that holds a moment. */
export function bucketStart(unixtimeSeconds: number, period: StatsPeriod, offsetMinutes = 0): number {
  if (period === 'month') {
    return monthStartMs(toMonthText(unixtimeSeconds * 1000, offsetMinutes), offsetMinutes) / 1000
  }
  const widthSeconds = period === 'day' ? daySeconds : slotSeconds
  const offsetSeconds = offsetMinutes * 60
  return Math.floor((unixtimeSeconds + offsetSeconds) / widthSeconds) * widthSeconds - offsetSeconds
}

/** The beginning of the bucket after the one that begins at `startSeconds`. */
export function nextBucketStart(startSeconds: number, period: StatsPeriod, offsetMinutes = 0): number {
  if (period === 'month') {
    return monthStartMs(shiftMonth(toMonthText(startSeconds * 1000, offsetMinutes), 1), offsetMinutes) / 1000
  }
  return startSeconds + (period === 'day' ? daySeconds : slotSeconds)
}

/** The `date` of a bucket's row: `yyyyMM`, `yyyyMMdd` or `yyyyMMddHHmm` (the last is not recorded anywhere). */
export function bucketDate(startSeconds: number, period: StatsPeriod, offsetMinutes = 0): string {
  const startMs = startSeconds * 1000
  if (period === 'month') return toMonthText(startMs, offsetMinutes)
  if (period === 'day') return toDayText(startMs, offsetMinutes)
  return toDigits(startMs, offsetMinutes).slice(0, 12)
}

/** Whether a moment can be one of stats: whole seconds from 1970 to the year 9999, so that milliseconds are refused. */
export function isStatsTime(unixtimeSeconds: number): boolean {
  return Number.isSafeInteger(unixtimeSeconds) && unixtimeSeconds >= 0 && unixtimeSeconds <= lastSecond
}

const daySeconds = 86_400
const slotSeconds = 300
const lastSecond = Date.UTC(9999, 11, 31) / 1000
