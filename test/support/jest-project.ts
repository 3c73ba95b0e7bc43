import { randomUUID } from 'node:crypto'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { type ProjectFiles, readText } from './inline-project.ts'
import { type RunOptions, type RunOutcome, runRunner } from './run-runner.ts'
import { type StartedRun, startGroup } from './start-group.ts'

const root = join(import.meta.dirname, '../..')
const runners = join(root, 'test/runners-jest/node_modules')

/** The versions of Jest that projects can be run with, and the environment of a browser that belongs to each. */
const versions = {
  '29': { jest: 'jest-29', jsdom: 'jest-environment-jsdom-29' },
  '30': { jest: 'jest-30', jsdom: 'jest-environment-jsdom' },
} as const

/** A version of Jest, as it is called here. */
export type JestVersion = keyof typeof versions

/** How a project is run. */
export interface JestRunOptions extends RunOptions {
  /** Options of Node, such as `--experimental-vm-modules`. */
  readonly nodeArgs?: readonly string[]
}

/** A small project on the disk that uses the built packages with Jest, as a user's would. */
export interface JestProject {
  readonly folder: string
  /** Writes a file, whether it is there or not. */
  write(path: string, text: string): Promise<void>
  runJest(options?: JestRunOptions): Promise<RunOutcome>
  /** Starts Jest in a process group of its own, for runs that do not come to their end. */
  startJest(options?: RunOptions): StartedRun
  /** Reads a file that the tests have written; nothing where there is none. */
  read(path: string): Promise<string | undefined>
  remove(): Promise<void>
}

/**
 * Writes a small project that has the built packages, and what it may use of Jest, in its `node_modules`. Nothing is
 * transformed unless it says so.
 */
export async function createJestProject(files: ProjectFiles, version: JestVersion = '30'): Promise<JestProject> {
  const { jest, jsdom } = versions[version]
  // Outside `node_modules`, where Jest looks for no tests.
  const folder = join(root, '.cache/jest-projects', randomUUID())
  await mkdir(join(folder, 'node_modules/@soracom-fixtures'), { recursive: true })
  await symlink(join(root, 'packages/jest'), join(folder, 'node_modules/@soracom-fixtures/jest'))
  await symlink(join(root, 'packages/cli'), join(folder, 'node_modules/soracom-fixtures'))
  await symlink(join(runners, jsdom), join(folder, 'node_modules/jest-environment-jsdom'))
  await mkdir(join(folder, 'node_modules/@jest'))
  await symlink(join(runners, '@jest/globals'), join(folder, 'node_modules/@jest/globals'))
  const all = { 'package.json': '{}', 'jest.config.json': '{ "transform": {} }', ...files }
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(all)) await write(path, text)
  return {
    folder,
    write,
    runJest: (options) => runJest(join(runners, jest), folder, options),
    startJest: ({ args = [], env = {} } = {}) =>
      startGroup([join(runners, jest, 'bin/jest.js'), ...args], { cwd: folder, env }),
    read: (path) => readText(join(folder, path)),
    // A reaper may still be writing there what it did.
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  }
}

async function runJest(
  jest: string,
  folder: string,
  { args = [], nodeArgs = [], ...options }: JestRunOptions = {},
): Promise<RunOutcome> {
  // Where watching does not see it.
  const report = join(folder, 'node_modules/report.json')
  const line = [process.execPath, ...nodeArgs, join(jest, 'bin/jest.js'), '--json', `--outputFile=${report}`, ...args]
  return await runRunner({ line, folder, report }, options)
}
