import type { Reply } from './request.ts'

/** How long a reply asks to wait, in milliseconds: by Retry-After (seconds or a date), else by the rate-limit headers. */
export function toRetryAfterMs({ headers, status }: Reply, nowMs: number): number | undefined {
  const text = headers['retry-after']?.trim()
  if (text) {
    if (/^\d+$/.test(text)) return Number(text) * 1000
    const atMs = Date.parse(text)
    if (!Number.isNaN(atMs)) return Math.max(0, atMs - nowMs)
  }
  return status === 429 ? toRefreshMs(headers) : undefined
}

/** When the rate limit starts anew, in milliseconds from now, once it is used up. */
export function toExhaustedMs({ headers }: Reply): number | undefined {
  return headers['x-soracom-ratelimit-remaining']?.trim() === '0' ? toRefreshMs(headers) : undefined
}

function toRefreshMs(headers: Reply['headers']): number | undefined {
  const seconds = Number(headers['x-soracom-ratelimit-seconds-before-refresh'])
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined
}
