import type { Declaration } from './declaration.ts'

/** How long a set of fixtures lives, the longest first. */
export const fixtureScopes = ['run', 'file', 'describe', 'test'] as const

/** How long a set of fixtures lives: a whole run, a test file, a `describe`, or one test. */
export type FixtureScope = (typeof fixtureScopes)[number]

/** The scopes that live as long as `Scope` or longer: what may feed it. */
export type ScopesFor<Scope extends FixtureScope> = Scope extends 'run'
  ? 'run'
  : Scope extends 'file'
    ? 'run' | 'file'
    : Scope extends 'describe'
      ? 'run' | 'file' | 'describe'
      : FixtureScope

/** Whether one scope ends before another does. */
export function isShorter(scope: FixtureScope, than: FixtureScope): boolean {
  return fixtureScopes.indexOf(scope) > fixtureScopes.indexOf(than)
}

/** The defined set that a declaration stands in. */
export interface Owner {
  readonly scope: FixtureScope
  /** The set, as `defineFixtures` gave it. */
  readonly defined: object
}

const key = Symbol.for('soracom-fixtures.owners')

/** Notes that a declaration stands in a defined set; the longest-lived set counts. */
export function noteOwner(declaration: Declaration, owner: Owner): void {
  const known = owners().get(declaration)
  if (!known || isShorter(known.scope, owner.scope)) owners().set(declaration, owner)
}

/** The longest-lived defined set that a declaration stands in, if it stands in any. */
export function ownerOf(declaration: Declaration): Owner | undefined {
  return owners().get(declaration)
}

// One a process, since a runner may hold several copies of this package.
function owners(): WeakMap<Declaration, Owner> {
  const holder = globalThis as { [key]?: WeakMap<Declaration, Owner> }
  holder[key] ??= new WeakMap()
  return holder[key]
}
