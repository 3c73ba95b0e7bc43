import { UsageError } from '../errors/usage-error.ts'
import { closest } from './closest.ts'
import type { Command } from './command.ts'

/** A command that a command line names. */
export interface FoundCommand {
  readonly command: Command
  /** Such as `soracom-fixtures emulator exec`. */
  readonly name: string
  /** What follows its name. */
  readonly rest: readonly string[]
}

/**
 * Finds the command that a command line names: its first words, before any option.
 *
 * @throws {UsageError} for a word that names none.
 */
export async function findCommand(
  command: Command,
  args: readonly string[],
  name = 'soracom-fixtures',
): Promise<FoundCommand> {
  const subCommands = (command.subCommands ?? {}) as Record<string, () => Promise<Command>>
  const [word, ...rest] = args
  if (word === undefined || word.startsWith('-')) return { command, name, rest: args }
  const load = Object.hasOwn(subCommands, word) ? subCommands[word] : undefined
  if (load) return await findCommand(await load(), rest, `${name} ${word}`)
  const names = Object.keys(subCommands)
  if (names.length === 0 || takesArguments(command)) return { command, name, rest: args }
  const meant = closest(word, names)
  throw new UsageError(
    `"${name}" has no command "${word}".`,
    `${meant ? `Did you mean "${meant}"? ` : ''}Run "${name} --help" for those there are.`,
  )
}

function takesArguments({ args = {} }: Command): boolean {
  return Object.values(args as Record<string, { type?: string }>).some(({ type }) => type === 'positional')
}
