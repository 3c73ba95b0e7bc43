import process from 'node:process'
import { setImmediate } from 'node:timers/promises'
import { runInThisContext } from 'node:vm'

const key = Symbol.for('soracom-fixtures.runner')

/** Notes which process the test runner is, for an adapter whose runner also tests in its own process. */
export function noteRunner(pid: number): void {
  holder()[key] = pid
}

/**
 * The process id of the test runner, which all processes of a run have in common. A runner talks to the workers that it
 * starts, and is their parent; a shell, whose child a runner is, does not, and a thread is a part of the runner's process.
 */
export function runnerPid(): number {
  return holder()[key] ?? (process.connected ? process.ppid : process.pid)
}

/**
 * Makes sure of the runner, before anything is written down that somebody waits for the end of it by. A worker whose
 * runner is gone has another parent, which may outlive every run; it stands for the run itself then.
 */
export async function settleRunner(): Promise<void> {
  // Read first: where the runner still talks to this worker afterwards, it was the parent until then.
  const pid = runnerPid()
  // In the first turn of the event loop its end may come too late to be heard, in the second it is.
  await setImmediate()
  await setImmediate()
  noteRunner(hasLostRunner() ? process.pid : pid)
}

// Asked of the process itself: Jest gives its tests a copy, which hears of nothing.
function hasLostRunner(): boolean {
  return (runInThisContext('process') as NodeJS.Process).connected === false
}

// One a process, since a runner may hold several copies of this package.
function holder(): { [key]?: number } {
  return globalThis as { [key]?: number }
}
