import { resolve } from 'node:path'
import process from 'node:process'
import {
  FixtureError,
  type FixturePlanError,
  type FixtureScope,
  type FixtureSet,
  isDefinedFixtures,
  type Plan,
  planFixtures,
} from '@soracom-fixtures/core'
import { type NotedSet, noteSets } from '@soracom-fixtures/core/engine'
import { describeLoadError } from './describe-load-error.ts'
import { toPlace } from './to-place.ts'

/** One set of a file, and its plan or why it has none. */
export type PlannedSet = { readonly name: string } & (
  | { readonly plan: Plan; readonly error?: undefined }
  | { readonly plan?: undefined; readonly error: FixturePlanError }
)

/** What a file uses, planned. */
export interface PlannedFile {
  readonly file: string
  readonly sets: readonly PlannedSet[]
  /** Why the file could not be loaded, or not to its end. */
  readonly error?: string
}

/** Loads a module and gives what it exports. */
export type LoadModule = (path: string) => Promise<Readonly<Record<string, unknown>>>

/** Plans the sets that a file uses and those that it exports. Makes no call. */
export async function planFile(file: string, load: LoadModule): Promise<PlannedFile> {
  let exported: Readonly<Record<string, unknown>> = {}
  let error: string | undefined
  const noted = await noteSets(async () => {
    try {
      exported = await load(resolve(file))
    } catch (thrown) {
      error = describeLoadError(thrown)
    }
  })
  // A file that fails may have been loaded twice, natively and compiled, before it is given up.
  const uses = error === undefined ? noted : onePerPlace(noted)
  const sets = [...used(uses), ...defined(file, exported, noted)].map(planSet)
  return { file, sets, ...(error !== undefined && { error }) }
}

function onePerPlace(noted: readonly NotedSet[]): NotedSet[] {
  return [...new Map(noted.map((one) => [JSON.stringify(one.usedAt), one])).values()]
}

interface NamedSet {
  readonly name: string
  readonly set: FixtureSet
  readonly scope: FixtureScope
}

function used(noted: readonly NotedSet[]): NamedSet[] {
  return noted.map(({ set, usedAt, scope }) => ({ set, scope, name: toPlace(usedAt, process.cwd()) }))
}

// The sets that `defineFixtures` made, but for those that the file uses itself.
function defined(file: string, exported: Readonly<Record<string, unknown>>, noted: readonly NotedSet[]): NamedSet[] {
  const seen = new Set(noted.map(({ set }) => set))
  return Object.entries(exported).flatMap(([name, value]) => {
    if (!isDefinedFixtures(value) || seen.has(value.set)) return []
    seen.add(value.set)
    return [
      {
        set: value.set,
        scope: value.scope ?? 'file',
        name: `${file}, ${name === 'default' ? 'default export' : name}`,
      },
    ]
  })
}

function planSet({ name, set, scope }: NamedSet): PlannedSet {
  try {
    return { name, plan: planFixtures(set, { scope }) }
  } catch (error) {
    if (FixtureError.is(error) && error.code === 'FIXTURE_PLAN') return { name, error: error as FixturePlanError }
    throw error
  }
}
