import type { CleanupReport } from '../errors/setup-error.ts'
import type { FixtureListener } from '../events/fixture-event.ts'

/** One thing to undo at teardown. */
export interface Undo {
  readonly what: string
  /** The kind of resource that it belongs to. */
  readonly kind: string
  readonly undo: () => Promise<void>
  /** What may only be undone after this. */
  readonly before: readonly Undo[]
}

/** What there is to undo, in the making. */
export interface UndoList {
  add(entry: Undo): Undo
  /** Takes one back, unless it is being undone already. */
  remove(entry: Undo): void
  /**
   * Undoes everything that was added and is not undone yet: dependents first, independent things side by side. Never
   * stops at an error and never throws; what takes longer than `timeoutMs` counts as failed. Running it twice is
   * harmless.
   */
  run(timeoutMs: number): Promise<CleanupReport>
}

/** Makes an empty list of what to undo. */
export function createUndoList(listener: FixtureListener): UndoList {
  let pending: Undo[] = []
  let running: Promise<CleanupReport> = Promise.resolve({ removed: [], failed: [] })
  return {
    add(entry) {
      pending.push(entry)
      return entry
    },
    remove(entry) {
      pending = pending.filter((one) => one !== entry)
    },
    run(timeoutMs) {
      running = running.then(async () => {
        const batch = pending
        pending = []
        return await runBatch(batch, listener, timeoutMs)
      })
      return running
    },
  }
}

async function runBatch(batch: readonly Undo[], listener: FixtureListener, timeoutMs: number): Promise<CleanupReport> {
  const removed: string[] = []
  const failed: { what: string; error: unknown }[] = []
  const done = new Map<Undo, Promise<void>>()
  // What came later may only have come to be undone before what came earlier, so the list is walked backwards.
  for (const entry of [...batch].reverse()) {
    const waitsFor = [...done].filter(([other]) => other.before.includes(entry)).map(([, promise]) => promise)
    const run = async () => {
      await Promise.all(waitsFor)
      try {
        await withTimeout(entry.undo(), timeoutMs)
        removed.push(entry.what)
        listener({ type: 'removed', kind: entry.kind, what: entry.what })
      } catch (error) {
        failed.push({ what: entry.what, error })
        listener({ type: 'removal-failed', what: entry.what, error })
      }
    }
    done.set(entry, run())
  }
  await Promise.all(done.values())
  return { removed, failed }
}

async function withTimeout(work: Promise<void>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    const message = `It was not deleted within ${timeoutMs} ms (teardownTimeoutMs).`
    timer = setTimeout(() => reject(new Error(message)), timeoutMs)
  })
  try {
    await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}
