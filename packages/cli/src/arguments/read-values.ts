import { UsageError } from '../errors/usage-error.ts'

/** The whole number that an option's text says. */
export function toWholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new UsageError(`${option} must be a whole number from ${least} to ${most}; it is ${JSON.stringify(text)}.`)
}

/** The time that an option's text says, as ISO 8601 writes it. */
export function toTime(option: string, text: string): Date {
  const time = /^\d{4}-\d\d-\d\d/.test(text) ? new Date(text) : undefined
  if (time && Number.isFinite(time.getTime())) return time
  throw new UsageError(`${option} must be a time such as 2026-11-01T00:00:00Z; it is ${JSON.stringify(text)}.`)
}
