import { setTimeout as sleep } from 'node:timers/promises'

/** Sends a request; where the answer is that the limit of calls is reached, sends it again when it says that it may. */
export async function sendWithinLimits(url: string, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, init)
    if (response.status !== 429 || attempt === mostAttempts) return response
    await response.arrayBuffer()
    await sleep(secondsToWait(response.headers) * 1000)
  }
}

const mostAttempts = 5

// Limits are counted by the minute (users.soracom.io, limitations of the API).
function secondsToWait(headers: Headers): number {
  for (const name of ['retry-after', 'x-soracom-ratelimit-seconds-before-refresh']) {
    const value = headers.get(name)
    if (value !== null && /^\d+$/.test(value)) return Number(value)
  }
  return 60
}
