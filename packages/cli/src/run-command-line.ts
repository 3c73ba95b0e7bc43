import { renderUsage, runCommand } from 'citty'
import { checkArguments } from './arguments/check-arguments.ts'
import type { Command } from './arguments/command.ts'
import { findCommand } from './arguments/find-command.ts'
import { splitAtDashes } from './arguments/tokens.ts'
import { rootCommand } from './commands/root.ts'
import { version } from './commands/version.ts'
import { reportError } from './errors/report-error.ts'
import { print, printAside } from './io/output.ts'

/** Carries a command line out and gives its exit code: 0, 1 for a failure, 2 for a line that makes no sense. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  try {
    const { command, name, rest } = await findCommand(rootCommand, args)
    const { before } = splitAtDashes(rest)
    if (before.some((arg) => arg === '--help' || arg === '-h')) {
      print(await toHelp(command))
      return 0
    }
    if (command === rootCommand && before.some((arg) => arg === '--version' || arg === '-v')) {
      print(version)
      return 0
    }
    await checkArguments(command, name, rest)
    if (!command.run) {
      printAside(await toHelp(command))
      return 2
    }
    const { result } = await runCommand(command, { rawArgs: [...rest] })
    return typeof result === 'number' ? result : 0
  } catch (error) {
    return reportError(error)
  }
}

async function toHelp(command: Command): Promise<string> {
  const usage = (await renderUsage(command)).trimEnd()
  return command.notes ? `${usage}\n\n${command.notes}` : usage
}
