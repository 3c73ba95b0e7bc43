import process from 'node:process'
import { isMainThread } from 'node:worker_threads'
import { type FixtureEvent, isFirstOfRun, isOfGlobalSetup } from '@soracom-fixtures/core'

/** Says once a run which target is used and why, past the runner's buffering of `console`. */
export function announceTarget(event: FixtureEvent): void {
  // With a global setup the line stands at the start of the run already.
  if (event.type !== 'target' || isOfGlobalSetup()) return
  const runnerPid = isMainThread ? process.ppid : process.pid
  if (isFirstOfRun(runnerPid, 'target')) process.stderr.write(`${event.description}\n`)
}
