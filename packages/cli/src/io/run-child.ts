import { spawn } from 'node:child_process'
import process from 'node:process'
import { CommandError } from '../errors/command-error.ts'
import { toExitCode } from './watch-signals.ts'

/**
 * Runs a command on this process's terminal, passes signals on to it and gives its exit code, 128 and the signal's
 * number where a signal ended it.
 *
 * @throws {CommandError} with exit code 127 for a command that is not there and 126 for one that may not be run.
 */
export async function runChild(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  // A terminal sends Ctrl-C and its own end to the command by itself; twice would mean "at once" to many a command.
  const passOn = (signal: NodeJS.Signals) => {
    if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of passedOn) process.on(signal, passOn)
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on('error', (error: NodeJS.ErrnoException) => reject(toCommandError(command, error)))
      child.on('exit', (code, signal) => resolve(signal ? toExitCode(signal) : (code ?? 1)))
    })
  } finally {
    for (const signal of passedOn) process.off(signal, passOn)
  }
}

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function toCommandError(command: string, error: NodeJS.ErrnoException): unknown {
  if (error.code === 'ENOENT') {
    return new CommandError(`there is no command ${JSON.stringify(command)} here.`, { exitCode: 127, cause: error })
  }
  if (error.code === 'EACCES') {
    return new CommandError(`${JSON.stringify(command)} may not be run.`, { exitCode: 126, cause: error })
  }
  return error
}
