import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { cleanEnvironment, type RunOptions } from './run-vitest.ts'

/** A run that was started. */
export interface StartedRun {
  readonly pid: number
  /** Resolves when the runner's process has ended, with everything that it and its workers have printed by then. */
  readonly ended: Promise<string>
}

/** Starts Vitest in a process group of its own, for runs that do not come to their end. */
export function startVitest(installed: string, folder: string, { args = [], env = {} }: RunOptions = {}): StartedRun {
  const vitest = join(installed, 'node_modules/vitest/vitest.mjs')
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
