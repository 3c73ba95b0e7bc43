/**
 * The month of the API (`yyyyMM`) for one that users write (`yyyy-MM`).
 *
 * @throws {RangeError} where it is none.
 */
export function toMonthText(month: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return month.replace('-', '')
  throw new RangeError(`${JSON.stringify(month)} is no month; give one such as "2026-10"`)
}

/** The month that users write for one of the API, or for a day of it. */
export function toMonthWord(date: string): string {
  return `${date.slice(0, 4)}-${date.slice(4, 6)}`
}
