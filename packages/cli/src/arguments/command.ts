import type { ArgDef, CommandDef } from 'citty'

/** A command, whatever its options. */
// biome-ignore lint/suspicious/noExplicitAny: citty's own type of a sub command, which a command of any options fits.
export type Command = CommandDef<any> & {
  /** What its help says below the options. */
  readonly notes?: string
}

/** An option that may be given more than once. */
export type OptionDef = ArgDef & { readonly repeatable?: boolean }
