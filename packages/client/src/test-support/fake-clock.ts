import type { ClientClock } from '../options.ts'

/** A clock that waits in no time, and remembers what it waited. */
export function fakeClock(): ClientClock & { readonly sleeps: number[] } {
  let nowMs = Date.UTC(2027, 0, 1)
  const sleeps: number[] = []
  return {
    sleeps,
    now: () => nowMs,
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      sleeps.push(ms)
      nowMs += ms
    },
  }
}
