import { join } from 'node:path'
import { forReporters, type RunOptions } from './run-vitest.ts'
import { type StartedRun, startGroup } from './start-group.ts'

export type { StartedRun }

/** Starts Vitest in a process group of its own, for runs that do not come to their end. */
export function startVitest(installed: string, folder: string, { args = [], env = {} }: RunOptions = {}): StartedRun {
  const vitest = join(installed, 'node_modules/vitest/vitest.mjs')
  return startGroup([...forReporters, vitest, 'run', ...args], { cwd: folder, env })
}
