import process from 'node:process'
import { isMainThread } from 'node:worker_threads'

const key = Symbol.for('soracom-fixtures.runner')

/** Notes which process the test runner is, for an adapter whose runner also tests in its own process. */
export function noteRunner(pid: number): void {
  holder()[key] = pid
}

/** The process id of the test runner, which all processes of a run have in common; a worker's parent unless noted. */
export function runnerPid(): number {
  return holder()[key] ?? (isMainThread ? process.ppid : process.pid)
}

// One a process, since a runner may hold several copies of this package.
function holder(): { [key]?: number } {
  return globalThis as { [key]?: number }
}
