import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { withLock } from './lock.ts'
import { systemTime } from './system-time.ts'

/** How fast calls may go, by all who share a file. */
export interface PaceOptions {
  /** The file that they share; beside it stands its lock. */
  readonly path: string
  /** How many calls may go within the time at most. */
  readonly calls: number
  /** A minute unless told. */
  readonly perMs?: number
}

/** Waits until one more call may go. */
export type Pace = (signal?: AbortSignal) => Promise<void>

// A tenth of the calls may go at once after a quiet time, so that a small set is not slowed down. The others are spread
// over the time, so that not even the time that begins with such a burst has more calls than it may have.
const burstShare = 0.1
// Slots are taken from the file for so long ahead, so that a process that makes many calls seldom needs the lock.
const aheadMs = 200

/**
 * Spreads the calls of all processes that share a file evenly over time: each takes slots that are its alone, so that the
 * calls of all together stay below the rate, however many processes there are. A server that counts by windows of that
 * time, whenever they begin, has nothing to refuse.
 */
export function createSharedPace({ path, calls, perMs = 60_000 }: PaceOptions): Pace {
  const burst = Math.floor(calls * burstShare)
  const intervalMs = perMs / (calls - burst)
  const earlierMs = burst * intervalMs
  // How late a slot may be used: later, it would come on top of those that are in time.
  const latestMs = Math.max(earlierMs, intervalMs)
  let slots: number[] = []
  let wanted = 0
  let taking: Promise<void> | undefined

  // Takes slots for everybody who waits in this process, and some ahead once there is demand.
  async function take(): Promise<void> {
    await withLock(`${path}.lock`, async () => {
      const firstMs = Math.max(readNext(path), systemTime() - earlierMs)
      const count = Math.max(wanted, wanted > 1 ? Math.floor(aheadMs / intervalMs) : 1)
      slots = Array.from({ length: count }, (_, index) => firstMs + index * intervalMs)
      writeFileSync(path, String(firstMs + count * intervalMs), { mode: 0o600 })
    })
  }

  return async (signal) => {
    wanted += 1
    try {
      for (;;) {
        signal?.throwIfAborted()
        const slot = slots.shift()
        if (slot !== undefined) {
          const waitMs = slot - systemTime()
          // Taken ahead for calls that were not made then.
          if (waitMs < -latestMs) continue
          if (waitMs > 0) await sleep(waitMs, undefined, signal ? { signal } : {})
          return
        }
        taking ??= take().finally(() => {
          taking = undefined
        })
        await taking
      }
    } finally {
      wanted -= 1
    }
  }
}

// When the next slot that nobody has begins, as UNIX milliseconds; long ago where nobody has taken one.
function readNext(path: string): number {
  try {
    const next = Number(readFileSync(path, 'utf8'))
    return Number.isFinite(next) ? next : 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  }
}
