import type { EventEmitter } from 'node:events'
import { constants } from 'node:os'

/** The exit code of what a signal ended, as shells have it. */
export function toExitCode(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal]
}

/** Signals that ask a process to stop. */
export interface WatchedSignals {
  /** Resolves with the first. */
  readonly first: Promise<NodeJS.Signals>
}

/** Watches for Ctrl-C and SIGTERM: the first asks for a clean stop, and `stopAtOnce` is called for the second. */
export function watchSignals(source: EventEmitter, stopAtOnce: (exitCode: number) => void): WatchedSignals {
  const first = new Promise<NodeJS.Signals>((resolve) => {
    let asked = false
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      source.on(signal, () => {
        if (asked) return stopAtOnce(toExitCode(signal))
        asked = true
        resolve(signal)
      })
    }
  })
  return { first }
}
