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
import { planFixtures } from './plan/plan-fixtures.ts'
import type { UsePlace } from './scope/live-sets.ts'
import { nameUse } from './scope/name-use.ts'
import type { SessionOptions } from './session.ts'

/** One use of a set, as a runner's adapter holds it. */
export interface UsedFixtures<Set extends FixtureSet> extends UseLife {
  readonly handles: Handles<Set>
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
 * Opens a set for one use: what `useFixtures` of each runner is made of. A run-wide set is read or leased, any other is
 * made. What makes it is loaded with the first setup, so that a file that only reads run-wide handles never needs it.
 *
 * @throws {FixturePlanError} with everything that is wrong in the set.
 */
export function openFixtures<Set extends FixtureSet>(
  fixtures: Set | UsableFixtures<Set>,
  options: UseOptions = {},
): UsedFixtures<Set> {
  const set = toFixtureSet(fixtures as FixtureSet)
  const book = createHandleBook(set)
  const configuration = options.configuration ?? madeOnce(() => findFor(options))
  const open =
    isDefinedFixtures(fixtures) && fixtures.scope === 'run'
      ? openRunSet(fixtures, book, { ...options, configuration })
      : openOwnSet(set, book, { ...options, configuration })
  let life: Promise<UseLife> | undefined
  return {
    handles: book.handles as Handles<Set>,
    async setup(where) {
      life ??= open()
      return await (await life).setup(where)
    },
    async teardown() {
      await (await life?.catch(() => undefined))?.teardown()
    },
  }
}

type Open = () => Promise<UseLife>
type FoundOptions = UseOptions & { readonly configuration: () => Promise<Configuration> }

function openRunSet(defined: AnyDefinedFixtures, book: HandleBook<FixtureSet>, options: FoundOptions): Open {
  // Begun at once, while the runner reads the rest of the file; what fails is told by the setup.
  const loading = import('./run/create-run-session.ts')
  loading.catch(() => undefined)
  return async () => (await loading).createRunSession(defined, book, options)
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
