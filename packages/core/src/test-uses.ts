import type { UsableFixtures } from './declare/define-fixtures.ts'
import { toFixtureSet } from './declare/define-fixtures.ts'
import type { FixtureSet, Handles } from './declare/fixture-set.ts'
import { FixtureNotReadyError } from './errors/not-ready-error.ts'
import { openFixtures, type UsedFixtures, type UseOptions } from './open-fixtures.ts'
import type { UsePlace } from './scope/live-sets.ts'

/** The uses of a set that is made anew for each test. */
export interface TestUses<Set extends FixtureSet> {
  /** Reads the handles of the test that runs. */
  readonly handles: Handles<Set>
  /** Makes the set of one test. */
  begin(where: UsePlace): Promise<Handles<Set>>
  /** Deletes it. */
  end(where: UsePlace): Promise<void>
}

/** What a set for each test is prepared with. */
export interface TestUsesOptions extends UseOptions {
  /** What the runner's adapter adds to the error of a handle that is read while no test has one. */
  readonly adviceTooEarly?: string | undefined
}

/**
 * Prepares a set to be made for each test.
 *
 * @throws {FixturePlanError} at once, with everything that is wrong in the set.
 */
export function createTestUses<Set extends FixtureSet>(
  fixtures: Set | UsableFixtures<Set>,
  options: TestUsesOptions,
): TestUses<Set> {
  const uses = new Map<object, UsedFixtures<Set>>()
  const open = createOpener(fixtures, options)
  return {
    handles: createReader(toFixtureSet(fixtures as FixtureSet), uses, options.adviceTooEarly) as Handles<Set>,
    async begin(where) {
      const use = open()
      uses.set(where.place, use)
      await use.setup(where)
      return use.handles
    },
    async end({ place }) {
      const use = uses.get(place)
      uses.delete(place)
      await use?.teardown()
    },
  }
}

// The first one checks the plan now, and serves the first test.
function createOpener<Set extends FixtureSet>(
  fixtures: Set | UsableFixtures<Set>,
  options: UseOptions,
): () => UsedFixtures<Set> {
  let first: UsedFixtures<Set> | undefined = openFixtures(fixtures, () => options)
  return () => {
    const use = first ?? openFixtures(fixtures, () => options)
    first = undefined
    return use
  }
}

// One object for all tests: it reads from the one that runs. Tests that run side by side cannot be told apart here.
function createReader(
  set: FixtureSet,
  uses: ReadonlyMap<object, { readonly handles: unknown }>,
  adviceTooEarly: string | undefined,
): object {
  const reader = {}
  for (const name of Object.keys(set)) {
    Object.defineProperty(reader, name, {
      enumerable: true,
      get() {
        const [use, another] = uses.values()
        if (another) throw FixtureNotReadyError.ofWhichTest(name)
        if (!use) throw FixtureNotReadyError.beforeTests(name, adviceTooEarly)
        return (use.handles as Readonly<Record<string, unknown>>)[name]
      },
    })
  }
  return Object.freeze(reader)
}
