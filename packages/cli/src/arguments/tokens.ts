import { parseArgs } from 'node:util'
import type { OptionDef } from './command.ts'

/** The options of a command, by name. */
export type OptionDefs = Readonly<Record<string, OptionDef>>

/** One option or argument of a command line. */
export type Token =
  | { readonly kind: 'option'; readonly name: string; readonly rawName: string; readonly value: string | undefined }
  | { readonly kind: 'positional'; readonly value: string }

/** A command line as options with their values, and arguments. */
export function toTokens(definitions: OptionDefs, args: readonly string[]): Token[] {
  const options = Object.entries(definitions)
    .filter(([, { type }]) => type !== 'positional')
    .map(([name, { type }]) => [name, { type: type === 'boolean' ? 'boolean' : 'string', multiple: true }] as const)
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(options),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  return tokens.flatMap((token): Token[] => {
    if (token.kind === 'option') return [{ ...token, kind: 'option' }]
    return token.kind === 'positional' ? [{ kind: 'positional', value: token.value }] : []
  })
}

/** All values of an option that may be given more than once. */
export function valuesOf(definitions: OptionDefs, args: readonly string[], name: string): string[] {
  return toTokens(definitions, args).flatMap((token) =>
    token.kind === 'option' && token.name === name && token.value !== undefined ? [token.value] : [],
  )
}

/** What stands before `--` and what after it. */
export function splitAtDashes(args: readonly string[]): { before: readonly string[]; after: readonly string[] } {
  const at = args.indexOf('--')
  return at === -1 ? { before: args, after: [] } : { before: args.slice(0, at), after: args.slice(at + 1) }
}
