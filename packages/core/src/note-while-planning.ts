import type { FixtureSet, Handles } from './declare/fixture-set.ts'
import type { FixtureScope } from './declare/scope.ts'
import { captureLocation, type SourceLocation } from './declare/source-location.ts'
import { createHandleBook } from './handles.ts'

/** A set that a file wants to use, and where it says so. */
export interface NotedSet {
  readonly set: FixtureSet
  readonly usedAt: SourceLocation | undefined
  readonly scope: FixtureScope
}

// Registered, since the file may have another copy of this package than whoever plans it.
const key = Symbol.for('soracom-fixtures.planning')

/**
 * For adapters of test runners: notes a set and gives its handles, which cannot be read, where files are loaded only to
 * plan what they use. Gives nothing in a run.
 *
 * @example
 * const handles = noteWhilePlanning(set, useFixtures, 'file') ?? makeHandles(set)
 */
export function noteWhilePlanning<Set extends FixtureSet>(
  set: Set,
  calledFunction: (...args: never[]) => unknown,
  scope: FixtureScope = 'file',
): Handles<Set> | undefined {
  const { [key]: noted } = globalThis as { [key]?: NotedSet[] }
  if (!noted) return undefined
  noted.push({ set, usedAt: captureLocation(calledFunction)(), scope })
  return createHandleBook(set).handles
}

/** Notes the sets that are used while something is loaded. Nothing is created. */
export async function noteSets(load: () => Promise<void>): Promise<readonly NotedSet[]> {
  const holder = globalThis as { [key]?: NotedSet[] }
  const noted: NotedSet[] = []
  holder[key] = noted
  try {
    await load()
  } finally {
    delete holder[key]
  }
  return noted
}
