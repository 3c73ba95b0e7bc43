import type { Configuration } from './configuration/configuration.ts'
import {
  type AnyDefinedFixtures,
  isDefinedFixtures,
  toFixtureSet,
  type UsableFixtures,
} from './declare/define-fixtures.ts'
import type { FixtureSet, Handles } from './declare/fixture-set.ts'
import type { FixtureListener } from './events/fixture-event.ts'
import { createHandleBook, type HandleBook } from './handles.ts'
import { madeOnce } from './kit/made-once.ts'
import { planFixtures } from './planning/plan-fixtures.ts'
import { readOfSetup } from './run/read-of-setup.ts'
import type { UsePlace } from './scope/live-sets.ts'
import { nameUse } from './scope/name-use.ts'
import type { SessionOptions } from './session.ts'

/** One use of a set, as a runner's adapter holds it. */
export interface UsedFixtures<Set extends FixtureSet> extends UseLife {
  readonly handles: Handles<Set>
  /** Whether the run's global setup has made it, and deletes it: its handles can be read, and it needs no hooks. */
  readonly isOfSetup: boolean
}

/** The life of one use of a set. */
export interface UseLife {
  /** Makes the set there, once; throws the same error each time. */
  setup(where: UsePlace): Promise<unknown>
  /** Deletes it; gives up a setup under way first. */
  teardown(): Promise<void>
}

/** How a set is used. */
export interface UseOptions extends Omit<SessionOptions, 'listener'> {
  /** Gives who hears of the set, when there is something to hear. */
  readonly openListener?: (() => Promise<FixtureListener>) | undefined
}

/**
 * Opens a set for one use: what `useFixtures` of each runner is made of. A run-wide set that the global setup has made is
 * read at once, another is leased, and any other set is made. What makes it is loaded with the first setup, so that a file
 * that only reads run-wide handles never needs it; nor are its options asked for then.
 *
 * @throws {FixturePlanError} with everything that is wrong in the set; {FixtureRunError} where the global setup has made
 * another set of its name.
 */
export function openFixtures<Set extends FixtureSet>(
  fixtures: Set | UsableFixtures<Set>,
  toOptions: () => UseOptions,
): UsedFixtures<Set> {
  const set = toFixtureSet(fixtures as FixtureSet)
  const isOfRun = isDefinedFixtures(fixtures) && fixtures.scope === 'run'
  const book = createHandleBook(set, isOfRun ? adviceOfRun : undefined)
  const handles = book.handles as Handles<Set>
  // Reading makes no call, so that there is nothing to hear.
  const lease = isOfRun ? readOfSetup(fixtures, () => {}) : undefined
  if (lease) {
    book.open(lease.handles)
    return { handles, isOfSetup: true, setup: async () => {}, teardown: async () => {} }
  }
  const options = toOptions()
  const configuration = options.configuration ?? madeOnce(() => findFor(options))
  const found = { ...options, configuration }
  const open = isOfRun ? openRunSet(fixtures, book, found) : openOwnSet(set, book, found)
  let life: Promise<UseLife> | undefined
  return {
    handles,
    isOfSetup: false,
    async setup(where) {
      life ??= open()
      return await (await life).setup(where)
    },
    async teardown() {
      await (await life?.catch(() => undefined))?.teardown()
    },
  }
}

const adviceOfRun = 'A run-wide set that a global setup has made can be read while the file is being loaded, too.'

type Open = () => Promise<UseLife>
type FoundOptions = UseOptions & { readonly configuration: () => Promise<Configuration> }

function openRunSet(defined: AnyDefinedFixtures, book: HandleBook<FixtureSet>, options: FoundOptions): Open {
  return async () => {
    const { createRunSession } = await import('./run/create-run-session.ts')
    return createRunSession(defined, book, options)
  }
}

function openOwnSet(set: FixtureSet, book: HandleBook<FixtureSet>, options: FoundOptions): Open {
  const { openListener, keep, user = '', scope = 'file' } = options
  const plan = planFixtures(set, { scope })
  const use = keep ? nameUse(user, set) : ''
  return async () => {
    const listener = await openListener?.()
    const { createOwnSession } = await import('./create-own-session.ts')
    return createOwnSession({ set, plan, book, use }, { ...options, listener })
  }
}

async function findFor({ config, cwd }: UseOptions): Promise<Configuration> {
  const { findConfiguration } = await import('./run/find-configuration.ts')
  return await findConfiguration({ cwd, overrides: config })
}
