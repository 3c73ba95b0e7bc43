import process from 'node:process'

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

// One a process, since a runner may hold several copies of this package.
function holder(): { [key]?: number } {
  return globalThis as { [key]?: number }
}
