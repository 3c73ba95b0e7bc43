import { runInNewContext } from 'node:vm'

const key = Symbol.for('soracom-fixtures.system-time')

/**
 * The time of this machine, in UNIX milliseconds, also while a test has put a time of its own into `Date`: what a journal
 * tells has to be in order, and a lease that a test's time has dated would be over at once, or never.
 */
export function systemTime(): number {
  const holder = globalThis as { [key]?: () => number }
  // A realm of its own has a `Date` that nobody has replaced.
  holder[key] ??= runInNewContext('Date.now') as () => number
  return holder[key]()
}

/** The same as text, such as `2026-11-01T09:00:00.000Z`, now or so long from now. */
export function systemTimeText(fromNowMs = 0): string {
  return new Date(systemTime() + fromNowMs).toISOString()
}
