/** How many calls are answered in a time. */
export interface RateLimit {
  readonly limit: number
  readonly perSeconds: number
}

/** What a call counts for, and what is left then. */
export interface CountedCall {
  readonly isOver: boolean
  readonly secondsLeft: number
  readonly headers: Readonly<Record<string, string>>
}

/** Counts calls by who calls and by group of paths. */
export interface RateLimiter {
  count(who: string, group: string, nowMs: number): CountedCall
}

/**
 * Counts calls as the service does, in windows of fixed length by the emulator's clock: each operator for each group of
 * paths, and each client where nobody is logged in yet. How the service groups paths is not told; here it is by tag.
 */
export function createRateLimiter({ limit, perSeconds }: RateLimit): RateLimiter {
  const counts = new Map<string, number>()
  let window = 0
  return {
    count(who, group, nowMs) {
      const present = Math.floor(nowMs / (perSeconds * 1000))
      if (present !== window) counts.clear()
      window = present
      const key = `${who} ${group}`
      const calls = (counts.get(key) ?? 0) + 1
      counts.set(key, calls)
      const secondsLeft = Math.ceil(((window + 1) * perSeconds * 1000 - nowMs) / 1000)
      const headers = toLimitHeaders({ limit, remaining: Math.max(0, limit - calls), seconds: secondsLeft })
      return { isOver: calls > limit, secondsLeft, headers }
    },
  }
}

/** The three headers that the service was seen to send. */
export function toLimitHeaders({
  limit,
  remaining,
  seconds,
}: {
  readonly limit: number
  readonly remaining: number
  readonly seconds: number
}): Readonly<Record<string, string>> {
  return {
    'x-soracom-ratelimit-limit': String(limit),
    'x-soracom-ratelimit-remaining': String(remaining),
    'x-soracom-ratelimit-seconds-before-refresh': String(seconds),
  }
}
