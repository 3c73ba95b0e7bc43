import { spawn } from 'node:child_process'
import process from 'node:process'
import { cleanEnvironment } from './run-vitest.ts'

/** A run that was started. */
export interface StartedRun {
  readonly pid: number
  /** Resolves when the runner's process has ended, with everything that it and its workers have printed by then. */
  readonly ended: Promise<string>
}

/** Starts Node in a process group of its own. */
export function startGroup(
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): StartedRun {
  const child = spawn(process.execPath, args, {
    cwd,
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
