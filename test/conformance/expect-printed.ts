import { expect } from 'vitest'
import type { RunOutcome } from '../support/run-runner.ts'

/** Expects that a run has printed something; tells only what, since the suite prints the whole output once. */
export function expectPrinted({ text }: RunOutcome, wanted: string): void {
  expect(text.includes(wanted), `the run prints ${JSON.stringify(wanted)}`).toBe(true)
}
