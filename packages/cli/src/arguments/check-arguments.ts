import { UsageError } from '../errors/usage-error.ts'
import { closest } from './closest.ts'
import type { Command } from './command.ts'
import { type OptionDefs, toTokens } from './tokens.ts'

/**
 * Checks a command line against what the command takes, more strictly than citty, which passes over what it does not
 * know: a mistyped option would be without effect and without a word.
 *
 * @throws {UsageError} for the first thing that is wrong.
 */
export async function checkArguments(command: Command, name: string, args: readonly string[]): Promise<void> {
  const definitions = (command.args ?? {}) as OptionDefs
  const help = `Run "${name} --help" for those there are.`
  const seen = new Set<string>()
  let positionals = 0
  for (const token of toTokens(definitions, args)) {
    if (token.kind === 'positional') {
      positionals += 1
      if (positionalsOf(definitions).length === 0) {
        throw new UsageError(`"${name}" takes no argument; it was given ${JSON.stringify(token.value)}.`, help)
      }
      continue
    }
    const { name: option, rawName, value } = token
    const definition = Object.hasOwn(definitions, option) ? definitions[option] : undefined
    if (!definition || definition.type === 'positional') {
      const meant = closest(option, Object.keys(definitions))
      const hint = meant ? `Did you mean --${meant}? ${help}` : help
      throw new UsageError(`"${name}" has no option ${rawName}.`, hint)
    }
    if (definition.type === 'boolean' && value !== undefined) {
      throw new UsageError(`${rawName} takes no value; it was given ${JSON.stringify(value)}.`)
    }
    if (definition.type !== 'boolean' && (value === undefined || value === '' || value.startsWith('--'))) {
      throw new UsageError(`${rawName} needs a value${definition.valueHint ? `, ${definition.valueHint}` : ''}.`)
    }
    const { options } = definition as { options?: readonly string[] }
    if (options && !options.includes(value ?? '')) {
      throw new UsageError(`${rawName} must be one of ${options.join(', ')}; it is ${JSON.stringify(value)}.`)
    }
    if (seen.has(option) && !definition.repeatable) throw new UsageError(`${rawName} is given more than once.`)
    seen.add(option)
  }
  const missing = positionalsOf(definitions).at(positionals)
  if (missing) {
    const [argument, { description }] = missing
    throw new UsageError(`"${name}" needs ${argument.toUpperCase()}: ${description}`)
  }
}

function positionalsOf(definitions: OptionDefs) {
  return Object.entries(definitions).filter(([, { type, required }]) => type === 'positional' && required !== false)
}
