import { type Declaration, type HandleOf, isDeclaration } from './declaration.ts'
import { toDeclaration } from './define-resource.ts'
import type { FixtureSet, FixtureSetEntry } from './fixture-set.ts'
import { type FixtureScope, noteOwner, type ScopesFor } from './scope.ts'

/** Changes of a set: under a name, a declaration (or an array of them) that gives the same kind of handle. */
export type SetChanges<Set extends FixtureSet> = { readonly [Name in keyof Set]?: EntryFor<Set[Name]> }

type EntryFor<Entry> = Entry extends Declaration
  ? Declaration<HandleOf<Entry>>
  : Entry extends readonly unknown[]
    ? FixtureSetEntry
    : never

/** What else a set can be defined with. */
export interface DefineOptions<Scope extends FixtureScope> {
  /** How long it lives wherever it is used. Left out, `useFixtures` decides where it is called. */
  readonly scope: Scope
  /** What a run-wide set is known by in other processes; the names and kinds in it unless told. */
  readonly name?: string
}

/** Any defined set whose declarations are `Set`. */
export interface UsableFixtures<Set extends FixtureSet> {
  readonly scope: FixtureScope | undefined
  readonly name: string | undefined
  /** Never there at run time: carries the set. */
  readonly '~set'?: Set
}

/** A set of declarations to be used in several places, unchanged or with changes. */
export interface DefinedFixtures<Set extends FixtureSet, Scope extends FixtureScope = never>
  extends UsableFixtures<Set> {
  /** Its declarations. A set that lives shorter can hold what takes from them. */
  readonly set: { readonly [Name in keyof Set]: EntryInScope<Set[Name], Scope> }
  /** A changed copy. What refers to a replaced declaration refers to its replacement; this set stays as it is. */
  with(changes: SetChanges<Set>): DefinedFixtures<Set, Scope>
}

type EntryInScope<Entry, Scope extends FixtureScope> = [Scope] extends [never]
  ? Entry
  : Entry extends Declaration<infer Handle, infer Options>
    ? Declaration<Handle, Options, Scope>
    : Entry extends readonly unknown[]
      ? { readonly [Index in keyof Entry]: EntryInScope<Entry[Index], Scope> }
      : Entry

const brand = Symbol.for('soracom-fixtures.defined')

/**
 * Defines a set of fixtures that several files use, and how long it lives: with `scope: 'run'` it is made once a run and
 * read by every file and worker. A set that lives shorter may take from it, never the other way.
 *
 * @example
 * // soracom-fixtures.config.ts
 * export const store = defineFixtures({ shop, fleet }, { scope: 'run' })
 * // a test file
 * const fx = useFixtures(store)
 * const own = useFixtures({ meter: subscriber({ operator: store.set.shop }) })
 */
export function defineFixtures<const Set extends FixtureSet>(set: Set): DefinedFixtures<Set>
export function defineFixtures<
  const Set extends FixtureSet<ScopesFor<Scope>>,
  const Scope extends FixtureScope = FixtureScope,
>(set: Set, options: DefineOptions<Scope>): DefinedFixtures<Set, Scope>
export function defineFixtures(
  set: FixtureSet,
  options: { readonly scope?: FixtureScope; readonly name?: string } = {},
): unknown {
  return define(set, options.scope, options.name)
}

/** A defined set of whatever is in it. */
export interface AnyDefinedFixtures {
  readonly set: FixtureSet
  readonly scope: FixtureScope | undefined
  readonly name: string | undefined
}

/** Whether a value is a defined set, also one that another copy of this package made. */
export function isDefinedFixtures(value: unknown): value is AnyDefinedFixtures {
  return typeof value === 'object' && value !== null && brand in value
}

/** The plain set of either form. */
export function toFixtureSet(fixtures: FixtureSet | AnyDefinedFixtures): FixtureSet {
  return isDefinedFixtures(fixtures) ? fixtures.set : fixtures
}

function define(set: FixtureSet, scope: FixtureScope | undefined, name: string | undefined): AnyDefinedFixtures {
  const defined = Object.freeze({
    [brand]: true,
    set: Object.freeze({ ...set }),
    scope,
    name,
    with: (changes: SetChanges<FixtureSet>) => define(replaceInSet(set, changes), scope, name),
  })
  if (scope) for (const entry of Object.values(set)) noteOwners(entry, { scope, defined })
  return defined
}

function noteOwners(entry: FixtureSetEntry, owner: Parameters<typeof noteOwner>[1]): void {
  if (isDeclaration(entry)) noteOwner(entry, owner)
  else if (Array.isArray(entry)) for (const one of entry as readonly FixtureSetEntry[]) noteOwners(one, owner)
}

function replaceInSet<Set extends FixtureSet>(set: Set, changes: SetChanges<Set>): Set {
  const replacements = new Map<Declaration, Declaration>()
  for (const [name, entry] of Object.entries(changes)) {
    if (!Object.hasOwn(set, name)) {
      throw new TypeError(`with(): the set has no ${JSON.stringify(name)}; it has ${Object.keys(set).join(', ')}.`)
    }
    pair(set[name] as FixtureSetEntry, entry as FixtureSetEntry, replacements)
  }
  const replace = createReplacer(replacements)
  const entries = Object.entries(set).map(([name, entry]) => [
    name,
    Object.hasOwn(changes, name) ? replace(changes[name as keyof Set]) : replace(entry),
  ])
  return Object.fromEntries(entries) as Set
}

// Which declaration stands in for which, also in arrays, member by member.
function pair(before: FixtureSetEntry, after: FixtureSetEntry, replacements: Map<Declaration, Declaration>): void {
  if (isDeclaration(before) && isDeclaration(after)) replacements.set(before, after)
  if (!Array.isArray(before) || !Array.isArray(after)) return
  for (const [index, one] of before.entries()) {
    const other = after[index]
    if (other) pair(one, other, replacements)
  }
}

// Follows references through options, and copies only what holds a replaced declaration.
function createReplacer(replacements: ReadonlyMap<Declaration, Declaration>): (value: unknown) => unknown {
  const done = new Map<Declaration, Declaration>()
  const replace = (value: unknown): unknown => {
    if (isDeclaration(value)) return replaceDeclaration(value)
    if (Array.isArray(value)) return keepSame(value, value.map(replace))
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
    const copy = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replace(one)]))
    return keepSame(value, copy)
  }
  const replaceDeclaration = (declaration: Declaration): Declaration => {
    const known = done.get(declaration)
    if (known) return known
    // A replacement may refer to the very declaration that it replaces; that reference stays.
    done.set(declaration, declaration)
    const replaced = replaceOrFollow(declaration)
    done.set(declaration, replaced)
    return replaced
  }
  const replaceOrFollow = (declaration: Declaration): Declaration => {
    const target = replacements.get(declaration)
    if (target) return replaceDeclaration(target)
    const { options, resource } = declaration
    const followed = replace(options) as object
    return followed === options ? declaration : toDeclaration(resource, followed, () => declaration.declaredAt)
  }
  return replace
}

function keepSame<Value extends object>(before: Value, after: Value): Value {
  const names = Object.keys(before) as (keyof Value)[]
  return names.every((name) => before[name] === after[name]) ? before : after
}
