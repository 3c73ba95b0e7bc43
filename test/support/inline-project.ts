import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'

const root = join(import.meta.dirname, '../..')

/** The files of a small project, by path. */
export type ProjectFiles = Readonly<Record<string, string>>

/** What one test of a run came to. */
export interface TestOutcome {
  readonly title: string
  readonly status: string
  readonly messages: readonly string[]
}

/** What a run of the runner came to. */
export interface RunOutcome {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly tests: readonly TestOutcome[]
  /** Everything that was printed or reported as an error, for looking at. */
  readonly text: string
}

/** How a project is run. */
export interface RunOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** A run that was started. */
export interface StartedRun {
  readonly pid: number
  /** Resolves when the runner's process has ended, with everything that it and its workers have printed by then. */
  readonly ended: Promise<string>
}

/** A small project on the disk that uses the built packages, as a user's would. */
export interface InlineProject {
  readonly folder: string
  runVitest(options?: RunOptions): Promise<RunOutcome>
  /** Starts Vitest in a process group of its own, for runs that do not come to their end. */
  startVitest(options?: RunOptions): StartedRun
  remove(): Promise<void>
}

/** Writes a small project, with the built packages and Vitest in its `node_modules`. */
export async function createInlineProject(files: ProjectFiles): Promise<InlineProject> {
  const folder = join(root, 'node_modules/.cache/inline-projects', randomUUID())
  await mkdir(join(folder, 'node_modules/@soracom-fixtures'), { recursive: true })
  await symlink(join(root, 'packages/vitest'), join(folder, 'node_modules/@soracom-fixtures/vitest'))
  await symlink(join(root, 'node_modules/vitest'), join(folder, 'node_modules/vitest'))
  // A configuration of its own, so that Vitest does not take the one of this workspace above it.
  const all = { 'package.json': '{ "type": "module" }', 'vitest.config.js': 'export default {}', ...files }
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return {
    folder,
    runVitest: (options) => runVitest(folder, options),
    startVitest: (options) => startVitest(folder, options),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function runVitest(folder: string, { args = [], env = {} }: RunOptions = {}): Promise<RunOutcome> {
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: folder,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.on('error', reject).on('exit', resolve)),
  ])
  const tests = toOutcomes(await readFile(report, 'utf8'))
  return { exitCode, stdout, stderr, tests, text: stdout + stderr }
}

function startVitest(folder: string, { args = [], env = {} }: RunOptions = {}): StartedRun {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', ...args], {
    cwd: folder,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk
    })
  }
  const ended = new Promise<string>((resolve, reject) => child.on('error', reject).on('exit', () => resolve(printed)))
  return { pid: child.pid ?? 0, ended }
}

/** This process's environment without what would reach into a run: settings of fixtures, of Vitest and of SORACOM. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(SORACOM_|VITEST|NODE_ENV$|TEST$)/.test(name))
  return { ...Object.fromEntries(entries), NO_COLOR: '1' }
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  let all = ''
  for await (const chunk of stream) all += chunk
  return all
}

interface JsonReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

function toOutcomes(json: string): TestOutcome[] {
  const { testResults } = JSON.parse(json) as JsonReport
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      title: fullName.trim(),
      status,
      messages: failureMessages,
    })),
  )
}
