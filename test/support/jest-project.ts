import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import process from 'node:process'
import { cleanEnvironment, type ProjectFiles, type RunOptions, type RunOutcome } from './inline-project.ts'
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
  await symlink(join(runners, jsdom), join(folder, 'node_modules/jest-environment-jsdom'))
  await mkdir(join(folder, 'node_modules/@jest'))
  await symlink(join(runners, '@jest/globals'), join(folder, 'node_modules/@jest/globals'))
  const all = { 'package.json': '{}', 'jest.config.json': '{ "transform": {} }', ...files }
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return {
    folder,
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
  { args = [], env = {}, nodeArgs = [] }: JestRunOptions = {},
): Promise<RunOutcome> {
  const report = join(folder, 'report.json')
  const child = spawn(
    process.execPath,
    [...nodeArgs, join(jest, 'bin/jest.js'), '--json', `--outputFile=${report}`, ...args],
    { cwd: folder, env: { ...cleanEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  const tests = toOutcomes(await readText(report), folder)
  return { ...output, exitCode, tests, text: output.stdout + output.stderr }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

interface JsonReport {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

// A run that was broken off has no report.
function toOutcomes(json: string | undefined, folder: string): RunOutcome['tests'] {
  const { testResults } = JSON.parse(json ?? '{ "testResults": [] }') as JsonReport
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      file: relative(folder, name),
      title: fullName,
      status,
      messages: failureMessages,
    })),
  )
}
