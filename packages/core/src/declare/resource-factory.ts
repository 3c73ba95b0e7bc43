import type { Declaration } from './declaration.ts'
import type { FixtureScope } from './scope.ts'

/**
 * Declares a resource of one kind. The declaration's scope is that of whatever its options take from, so that a
 * longer-lived set cannot hold it.
 */
export type ResourceFactory<Options extends object, Handle> = <Scope extends FixtureScope = never>(
  ...args: object extends Options ? [options?: InScope<Options, Scope>] : [options: InScope<Options, Scope>]
) => Declaration<Handle, Options, Scope>

/** Options whose declarations take from nothing but `Scope`. */
export type InScope<Options, Scope extends FixtureScope> = Options extends unknown
  ? { [Name in keyof Options]: ValueInScope<Options[Name], Scope> }
  : never

type ValueInScope<Value, Scope extends FixtureScope> =
  Value extends Declaration<infer Handle, infer Options>
    ? Declaration<Handle, Options, Scope>
    : Value extends readonly Declaration<infer Handle, infer Options>[]
      ? readonly Declaration<Handle, Options, Scope>[]
      : Value
