import {
  type FixtureSet,
  type FixturesConfig,
  type Handles,
  isDefinedFixtures,
  noteWhilePlanning,
  type ScopesFor,
  toFixtureSet,
  type UsableFixtures,
  type UseOptions,
} from '@soracom-fixtures/core'
import { hookEachTest } from './hook-each-test.ts'
import { hookOnce } from './hook-once.ts'
import { openForEachTest, openInFile } from './use-of-file.ts'

/** How a set of fixtures is set up in a file or a `describe`. */
export interface UseFixturesOptions extends FixturesConfig {
  /**
   * `test` for a set of its own for each test. Left out, the set is made once for the file, or for the `describe` that
   * the call stands in; a defined set has its own scope.
   */
  readonly scope?: 'test' | undefined
  /**
   * In watch mode, with the global setup: the set survives from one run to the next as long as its declarations stay as
   * they are, and is deleted at the end of watching, or an hour after it was made. What tests did to it stays too.
   * Without effect elsewhere, and for sets with a resource of one's own that has a `destroy`.
   */
  readonly keep?: boolean | undefined
}

/**
 * Sets up a set of fixtures before the tests of this file, or of the `describe` that it is called in, and deletes it
 * after them; with `{ scope: 'test' }` before and after each test. Returns the handles; they can be read inside tests,
 * and inside hooks that come after this call. What a set around this one holds is taken from there; a run-wide set is
 * read, which it can be at once where a global setup has made it, or made by whoever needs it first.
 *
 * @throws {FixturePlanError} at once, when the set cannot be set up as declared.
 * @example
 * const shop = operator()
 * const meter = subscriber({ operator: shop, subscription: 'plan-D', status: 'active' })
 * const fx = useFixtures({ shop, meter })
 *
 * test('the meter is active', async () => {
 *   const seen = await fx.shop.client.subscribers.get(fx.meter.imsi)
 *   expect(seen.status).toBe('active')
 * })
 */
export function useFixtures<const Set extends FixtureSet<ScopesFor<'describe'>>>(
  fixtures: Set,
  options?: UseFixturesOptions & { readonly scope?: undefined },
): Handles<Set>
export function useFixtures<const Set extends FixtureSet>(
  fixtures: Set,
  options: UseFixturesOptions & { readonly scope: 'test' },
): Handles<Set>
export function useFixtures<const Set extends FixtureSet>(
  fixtures: UsableFixtures<Set>,
  options?: UseFixturesOptions,
): Handles<Set>
export function useFixtures(
  fixtures: FixtureSet | UsableFixtures<FixtureSet>,
  { scope, keep, ...config }: UseFixturesOptions = {},
): unknown {
  const wanted = scope ?? (isDefinedFixtures(fixtures) ? fixtures.scope : undefined)
  const unread = noteWhilePlanning(toFixtureSet(fixtures as FixtureSet), useFixtures, wanted)
  if (unread) return unread
  return wanted === 'test' ? useForEachTest(fixtures, config) : useOnce(fixtures, { config, scope: wanted, keep })
}

function useOnce(fixtures: FixtureSet | UsableFixtures<FixtureSet>, options: UseOptions): unknown {
  const used = openInFile(fixtures, options)
  hookOnce(used)
  return used.handles
}

function useForEachTest(fixtures: FixtureSet | UsableFixtures<FixtureSet>, config: FixturesConfig): unknown {
  const uses = openForEachTest(fixtures, config)
  hookEachTest(uses)
  return uses.handles
}
