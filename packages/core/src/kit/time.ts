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

// ISO text without a zone means UTC, as the platform's buckets do; JavaScript would take local time.
function toDate(time: Date | string): Date {
  if (typeof time !== 'string') return time
  const text = time.trim()
  if (/^\d{4}-\d{2}$/.test(text)) return new Date(`${text}-01T00:00:00Z`)
  return new Date(/T[\d:.]+$/.test(text) ? `${text}Z` : text)
}
