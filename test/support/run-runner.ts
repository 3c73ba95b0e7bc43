import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import process from 'node:process'
import type { Readable, Writable } from 'node:stream'

/** What one test of a run came to. */
export interface TestOutcome {
  /** The test's file, relative to the project. */
  readonly file: string
  readonly title: string
  readonly status: string
  readonly messages: readonly string[]
}

/** What a run of the runner came to. */
export interface RunOutcome {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  /** Empty where the run was ended before its report was written. */
  readonly tests: readonly TestOutcome[]
  /** Everything that was printed or reported as an error, for looking at. */
  readonly text: string
}

/** A run that has not ended yet. */
export interface LiveRun {
  /** The runner's process. */
  readonly pid: number
  /** Resolves as soon as the run has printed this, so many times; rejects when it ends before, or takes too long. */
  printed(text: string, times?: number): Promise<void>
  /** Types into the runner's terminal. */
  type(keys: string): void
  kill(signal: NodeJS.Signals): void
}

/** How a project is run. */
export interface RunOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Whether it runs in a terminal, which `script` makes. */
  readonly terminal?: boolean
  /** What is done while it runs. */
  readonly during?: (run: LiveRun) => Promise<void>
}

/** A program that runs a project's tests and writes a report of them. */
export interface RunnerCommand {
  readonly line: readonly string[]
  /** The folder of the project. */
  readonly folder: string
  /** The file that the program writes its report to, as JSON. */
  readonly report: string
}

/** Runs a test runner to its end. */
export async function runRunner(
  { line, folder, report }: RunnerCommand,
  { env = {}, terminal = false, during }: RunOptions,
): Promise<RunOutcome> {
  const [file = '', ...rest] = terminal ? ['script', '-qec', line.map(quote).join(' '), '/dev/null'] : line
  const child = spawn(file, rest, {
    cwd: folder,
    env: { ...(terminal ? ofPerson(cleanEnvironment()) : cleanEnvironment()), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const output = collect(child)
  if (during) {
    // A run that does not do what is waited for is ended, so that nothing of it is left.
    await during(toLiveRun(child, output)).catch((error: unknown) => {
      child.kill('SIGKILL')
      throw error
    })
  } else child.stdin.end()
  const exitCode = await output.ended
  const { stdout, stderr } = output
  return { exitCode, stdout, stderr, tests: toOutcomes(await readReport(report), folder), text: stdout + stderr }
}

/** This process's environment without what would reach into a run: settings of fixtures, of Vitest and of SORACOM. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(SORACOM_|VITEST|NODE_ENV$|TEST$)/.test(name))
  return { ...Object.fromEntries(entries), NO_COLOR: '1' }
}

// Jest takes no keys in CI, whoever sits at the terminal.
function ofPerson({ CI: _, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env
}

function quote(argument: string): string {
  return `'${argument.replaceAll("'", "'\\''")}'`
}

const printedWithinMs = 60_000

type Child = ChildProcessByStdio<Writable, Readable, Readable>

interface Output {
  stdout: string
  stderr: string
  /** Its exit code, once everything is read. */
  readonly ended: Promise<number | null>
  /** Called whenever there is more, and at the end. */
  readonly listeners: Set<() => void>
}

function collect(child: Child): Output {
  const listeners = new Set<() => void>()
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  const output: Output = { stdout: '', stderr: '', ended, listeners }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
      for (const listener of listeners) listener()
    })
  }
  return output
}

function toLiveRun(child: Child, output: Output): LiveRun {
  const count = (text: string) => (output.stdout + output.stderr).split(text).length - 1
  return {
    pid: child.pid as number,
    async printed(text, times = 1) {
      const seen = new Promise<true>((resolve) => {
        const look = () => {
          if (count(text) < times) return
          output.listeners.delete(look)
          resolve(true)
        }
        output.listeners.add(look)
        look()
      })
      const tooLong = new Promise<'took too long'>((resolve) =>
        setTimeout(resolve, printedWithinMs, 'took too long').unref(),
      )
      const first = await Promise.race([seen, output.ended, tooLong])
      if (first === true || count(text) >= times) return
      throw new Error(
        `The run ended or took too long to print ${JSON.stringify(text)}:\n${output.stdout}${output.stderr}`,
      )
    },
    type: (keys) => child.stdin.write(keys),
    kill: (signal) => child.kill(signal),
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

async function readReport(path: string): Promise<JsonReport> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as JsonReport
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { testResults: [] }
    throw error
  }
}

function toOutcomes({ testResults }: JsonReport, folder: string): TestOutcome[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      file: relative(folder, name),
      title: fullName.trim(),
      status,
      messages: failureMessages,
    })),
  )
}
