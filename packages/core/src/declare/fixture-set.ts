import type { Declaration, HandleOf } from './declaration.ts'
import type { FixtureScope } from './scope.ts'

/** What a set may hold under one name: a declaration, or an array of declarations. */
export type FixtureSetEntry<Scope extends FixtureScope = FixtureScope> =
  | Declaration<unknown, object, Scope>
  | readonly FixtureSetEntry<Scope>[]

/** Named declarations, set up together. `Scope` is what they may take something from. */
export type FixtureSet<Scope extends FixtureScope = FixtureScope> = { readonly [name: string]: FixtureSetEntry<Scope> }

/** The handles of a set, under the same names. */
export type Handles<Set extends FixtureSet> = string extends keyof Set
  ? { readonly [name: string]: unknown }
  : { readonly [Name in keyof Set]: HandleOf<Set[Name]> }
