import type { Declaration, HandleOf } from './declaration.ts'

/** What a set may hold under one name: a declaration, or an array of declarations. */
export type FixtureSetEntry = Declaration | readonly FixtureSetEntry[]

/** Named declarations, set up together. */
export type FixtureSet = { readonly [name: string]: FixtureSetEntry }

/** The handles of a set, under the same names. */
export type Handles<Set extends FixtureSet> = { readonly [Name in keyof Set]: HandleOf<Set[Name]> }
