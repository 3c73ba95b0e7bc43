import type { FixtureListener } from '../events/fixture-event.ts'
import { isFirstOfRun } from '../journal/first-of-run.ts'
import { isOfGlobalSetup } from '../journal/run-folder.ts'
import { runnerPid } from '../journal/runner-process.ts'

/** Says once a run which target is used and why. */
export function announceTarget(write: (line: string) => void): FixtureListener {
  return (event) => {
    // With a global setup the line stands at the start of the run already.
    if (event.type !== 'target' || isOfGlobalSetup()) return
    if (isFirstOfRun(runnerPid(), 'target')) write(event.description)
  }
}
