import { type Declaration, type HandleOf, isDeclaration } from './declaration.ts'
import { toDeclaration } from './define-resource.ts'
import type { FixtureSet, FixtureSetEntry } from './fixture-set.ts'

/** Changes of a set: under a name, a declaration (or an array of them) that gives the same kind of handle. */
export type SetChanges<Set extends FixtureSet> = { readonly [Name in keyof Set]?: EntryFor<Set[Name]> }

type EntryFor<Entry> = Entry extends Declaration
  ? Declaration<HandleOf<Entry>>
  : Entry extends readonly unknown[]
    ? FixtureSetEntry
    : never

/** A set of declarations to be used in several places, unchanged or with changes. */
export interface DefinedFixtures<Set extends FixtureSet> {
  readonly set: Set
  /** A changed copy. What refers to a replaced declaration refers to its replacement; this set stays as it is. */
  with(changes: SetChanges<Set>): DefinedFixtures<Set>
}

/**
 * Defines a set of fixtures that several files use.
 *
 * @example
 * export const store = defineFixtures({ shop, meter, usage })
 * const fx = useFixtures(store.with({ meter: meter.with({ status: 'inactive' }) }))
 */
export function defineFixtures<const Set extends FixtureSet>(set: Set): DefinedFixtures<Set> {
  return Object.freeze({
    set: Object.freeze({ ...set }),
    with: (changes: SetChanges<Set>) => defineFixtures(replaceInSet(set, changes)),
  })
}

/** The plain set of either form. */
export function toFixtureSet<Set extends FixtureSet>(fixtures: Set | DefinedFixtures<Set>): Set {
  return isDefined<Set>(fixtures) ? fixtures.set : fixtures
}

/** Whether a value is what `defineFixtures` gives, also that of another copy of this package. */
export function isDefinedFixtures(value: unknown): value is DefinedFixtures<FixtureSet> {
  if (typeof value !== 'object' || value === null || isDeclaration(value)) return false
  const { set, with: change } = value as Partial<DefinedFixtures<FixtureSet>>
  return typeof change === 'function' && typeof set === 'object' && set !== null && Object.values(set).every(isEntry)
}

function isEntry(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isEntry) : isDeclaration(value)
}

function isDefined<Set extends FixtureSet>(fixtures: Set | DefinedFixtures<Set>): fixtures is DefinedFixtures<Set> {
  return 'with' in fixtures && typeof fixtures.with === 'function' && !isDeclaration(fixtures)
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
