import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { cleanEnvironment } from './inline-project.ts'

const main = join(import.meta.dirname, '../../packages/cli/dist/main.mjs')

/** How the command line is started. */
export interface CommandLineOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** What a run of the command line came to. */
export interface CommandLineOutcome {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** A process of the built command line. */
export interface CommandLineProcess {
  /** Resolves with the first line of its standard output; rejects with what it printed when it ends before. */
  readonly firstLine: Promise<string>
  readonly ended: Promise<CommandLineOutcome>
  kill(signal: NodeJS.Signals): void
}

/** Starts the built command line as a process of its own. */
export function startCommandLine(args: readonly string[], options: CommandLineOptions = {}): CommandLineProcess {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: options.cwd,
    env: { ...cleanEnvironment(), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = new Promise<CommandLineOutcome>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }))
  })
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      stdout += chunk
      const end = stdout.indexOf('\n')
      if (end !== -1) resolve(stdout.slice(0, end))
    })
    ended.then(() => reject(new Error(`It ended without a line on standard output: ${stderr}`)), reject)
  })
  firstLine.catch(() => 'of no interest to a test that awaits the end')
  return { firstLine, ended, kill: (signal) => child.kill(signal) }
}

/** Runs the built command line in a terminal, which `script` makes, and types an answer once it has asked. */
export async function answerCommandLine(
  args: readonly string[],
  { question, answer, cwd, env }: CommandLineOptions & { readonly question: string; readonly answer: string },
): Promise<CommandLineOutcome> {
  const line = [process.execPath, main, ...args].map((part) => `'${part}'`).join(' ')
  const child = spawn('script', ['-qec', line, '/dev/null'], { cwd, env: { ...cleanEnvironment(), ...env } })
  const output = { stdout: '', stderr: '' }
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk
  })
  child.stdout.on('data', (chunk) => {
    const asked = output.stdout.includes(question)
    output.stdout += chunk
    if (!asked && output.stdout.includes(question)) child.stdin.write(`${answer}\n`)
  })
  return await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, ...output }))
  })
}

/** Runs the built command line to its end. */
export async function runCommandLine(
  args: readonly string[],
  options: CommandLineOptions = {},
): Promise<CommandLineOutcome> {
  return await startCommandLine(args, options).ended
}
