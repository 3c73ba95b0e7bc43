/** A moment as its parts in the zone that is `offsetMinutes` ahead of UTC. */
export function toDigits(timeMs: number, offsetMinutes = 0): string {
  return new Date(timeMs + offsetMinutes * 60_000).toISOString().replace(/\D/g, '')
}

/** `yyyyMMddHHmmss` of a moment. */
export function toSecondText(timeMs: number, offsetMinutes = 0): string {
  return toDigits(timeMs, offsetMinutes).slice(0, 14)
}

/** `yyyyMMdd` of a moment. */
export function toDayText(timeMs: number, offsetMinutes = 0): string {
  return toDigits(timeMs, offsetMinutes).slice(0, 8)
}

/** `yyyyMM` of a moment. */
export function toMonthText(timeMs: number, offsetMinutes = 0): string {
  return toDigits(timeMs, offsetMinutes).slice(0, 6)
}

/** Whether a text is `yyyyMM` with a month from 01 to 12. */
export function isMonthText(text: string): boolean {
  return /^\d{4}(0[1-9]|1[0-2])$/.test(text)
}

/** UNIX milliseconds of the beginning of a month that is written `yyyyMM`. */
export function monthStartMs(monthText: string, offsetMinutes = 0): number {
  return Date.UTC(Number(monthText.slice(0, 4)), Number(monthText.slice(4, 6)) - 1, 1) - offsetMinutes * 60_000
}

/** The month before or after a month that is written `yyyyMM`, by a number of months. */
export function shiftMonth(monthText: string, months: number): string {
  const date = new Date(Date.UTC(Number(monthText.slice(0, 4)), Number(monthText.slice(4, 6)) - 1 + months, 1))
  return toMonthText(date.getTime())
}

/** Milliseconds in a day. */
export const dayMs = 86_400_000

/** The moment a number of months before another, such as the reach of a list. */
export function monthsBefore(timeMs: number, months: number): number {
  const date = new Date(timeMs)
  return date.setUTCMonth(date.getUTCMonth() - months)
}
