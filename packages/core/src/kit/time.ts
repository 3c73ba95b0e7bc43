/** A point of time as users write it: a Date, ISO text (UTC where it names no zone), or UNIX seconds. */
export type Time = Date | string | number

/** A length of time as users write it: `{ minutes: 5 }`, or several units together. */
export interface Duration {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
}

// Seconds of the years 2000 and 2100; a number beyond is not UNIX seconds.
const earliestSeconds = 946_684_800
const latestSeconds = 4_102_444_800

/** A point of time as whole UNIX seconds, or a sentence that says what is wrong with it. */
export function toUnixSeconds(time: Time): number | string {
  const seconds = typeof time === 'number' ? time : toDate(time).getTime() / 1000
  if (Number.isNaN(seconds)) return `${JSON.stringify(time)} is no point of time; give a Date, ISO text or UNIX seconds`
  if (typeof time === 'number' && seconds > latestSeconds && seconds / 1000 >= earliestSeconds) {
    return `${time} looks like milliseconds; points of time are UNIX seconds (${Math.floor(time / 1000)}?), Dates or ISO text`
  }
  if (seconds < earliestSeconds || seconds > latestSeconds) {
    return `${JSON.stringify(time)} is ${seconds} in UNIX seconds, which is outside the years 2000 to 2100`
  }
  return Math.floor(seconds)
}

/** A length of time in seconds. */
export function toSeconds({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Duration): number {
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
}

const isoText = /^(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?)?$/

// ISO text without a zone means UTC, as the platform's buckets do; JavaScript would take local time. It would also take
// the 31st of a month of 30 days for the day after.
function toDate(time: Date | string): Date {
  if (typeof time !== 'string') return time
  const [match, year = '', month = '', day = '01', clock = '00:00', zone = 'Z'] = isoText.exec(time.trim()) ?? []
  if (!match || !hasDay(Number(year), Number(month), Number(day))) return new Date(Number.NaN)
  return new Date(`${year}-${month}-${day}T${clock}${zone}`)
}

function hasDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
