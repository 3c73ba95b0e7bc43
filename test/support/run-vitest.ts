import { join } from 'node:path'
import process from 'node:process'
import { type RunOptions, type RunOutcome, runRunner } from './run-runner.ts'

export { cleanEnvironment, type LiveRun, type RunOptions, type RunOutcome, type TestOutcome } from './run-runner.ts'

/** How a project is run by Vitest. */
export interface VitestRunOptions extends RunOptions {
  /** `run` unless told. */
  readonly command?: 'run' | 'watch'
}

/** Runs Vitest in a folder, as it is installed in another. */
export async function runVitest(
  installed: string,
  folder: string,
  { args = [], command = 'run', ...options }: VitestRunOptions = {},
): Promise<RunOutcome> {
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = join(installed, 'node_modules/vitest/vitest.mjs')
  const line = [process.execPath, ...forReporters, vitest, command, ...reporters, ...args]
  return await runRunner({ line, folder, report }, options)
}

/** Vitest 5 tells of failures by a function that Node 20 does not have. */
export const forReporters: readonly string[] =
  'groupBy' in Map ? [] : ['--import', new URL('map-group-by.mjs', import.meta.url).href]
