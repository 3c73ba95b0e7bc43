import type { SubscriberStatus } from '@soracom-fixtures/api'
import { dayMs } from '../calendar.ts'
import type { BilledChange } from './bill-input.ts'

/** The beginnings of the days of a span on which a SIM had one of some statuses at any time, up to now. */
export function daysWithStatus(
  history: readonly BilledChange[],
  statuses: readonly SubscriberStatus[],
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
  nowMs: number,
  zoneOffsetMinutes: number,
): number[] {
  const zoneMs = zoneOffsetMinutes * 60_000
  const dayOf = (timeMs: number) => Math.floor((timeMs + zoneMs) / dayMs) * dayMs - zoneMs
  const days = new Set<number>()
  for (const [index, { timeMs, status }] of history.entries()) {
    if (!statuses.includes(status)) continue
    const untilMs = Math.min(history[index + 1]?.timeMs ?? nowMs + 1, nowMs + 1, endMs)
    for (let day = dayOf(Math.max(timeMs, startMs)); day < untilMs; day += dayMs) days.add(day)
  }
  return [...days].sort((left, right) => left - right)
}
