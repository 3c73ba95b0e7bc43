import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { withLock } from './lock.ts'

/** How fast calls may go, by all who share a file. */
export interface PaceOptions {
  /** The file that they share; beside it stands its lock. */
  readonly path: string
  readonly callsPerMinute: number
  /** How many calls may go at once after a quiet time. */
  readonly burst: number
}

/** Waits until one more call may go. */
export type Pace = (signal?: AbortSignal) => Promise<void>

// Slots are taken from the file for so long ahead, so that a process that makes many calls seldom needs the lock.
const aheadMs = 200

/**
 * Spreads the calls of all processes that share a file evenly over time: each takes slots that are its alone, so that the
 * calls of all together stay below the rate, however many processes there are.
 */
export function createSharedPace({ path, callsPerMinute, burst }: PaceOptions): Pace {
  const intervalMs = 60_000 / callsPerMinute
  let slots: number[] = []
  let wanted = 0
  let taking: Promise<void> | undefined

  // Takes slots for everybody who waits in this process, and some ahead once there is demand.
  async function take(): Promise<void> {
    await withLock(`${path}.lock`, async () => {
      const nowMs = Date.now()
      const firstMs = Math.max(readNext(path), nowMs - burst * intervalMs)
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
          const waitMs = slot - Date.now()
          // Taken ahead for calls that were not made then: used now, it would come on top of the rate.
          if (waitMs < -burst * intervalMs) continue
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
