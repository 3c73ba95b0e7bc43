import type { BilledChange } from './bill-input.ts'

/** A stretch of a SIM's history, cut to a span. `untilMs` is the first moment after it. */
export interface Phase {
  readonly fromMs: number
  readonly untilMs: number
  readonly change: BilledChange
}

/** What a SIM was within a span up to now, newest first. Reads no change from before the one that the span begins in. */
export function phasesWithin(
  history: readonly BilledChange[],
  { startMs, endMs, nowMs }: { readonly startMs: number; readonly endMs: number; readonly nowMs: number },
): Phase[] {
  const phases: Phase[] = []
  // Now is part of the span, so that a SIM counts from the moment in which it is registered.
  let untilMs = Math.min(endMs, nowMs + 1)
  for (let index = history.length - 1; index >= 0 && untilMs > startMs; index -= 1) {
    const change = history[index]
    if (change === undefined || change.timeMs >= untilMs) continue
    phases.push({ fromMs: Math.max(change.timeMs, startMs), untilMs, change })
    untilMs = change.timeMs
  }
  return phases
}
