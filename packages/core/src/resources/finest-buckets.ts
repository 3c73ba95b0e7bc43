// Buckets of five minutes reach back 32 days, days 18 months (published document).
const minutesReachSeconds = 31 * 86_400

/** The finest buckets that still reach back to a moment. */
export function finestBuckets(unixtimeSeconds: number): {
  readonly period: 'minutes' | 'day'
  readonly widthSeconds: number
} {
  const isRecent = Date.now() / 1000 - unixtimeSeconds < minutesReachSeconds
  return isRecent ? { period: 'minutes', widthSeconds: 300 } : { period: 'day', widthSeconds: 86_400 }
}
