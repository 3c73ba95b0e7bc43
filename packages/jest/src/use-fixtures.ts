import {
  createTestUses,
  type FixtureSet,
  type FixturesConfig,
  type Handles,
  isDefinedFixtures,
  noTimeoutMs,
  noteRunner,
  noteWhilePlanning,
  openFixtures,
  type ScopesFor,
  toFixtureSet,
  type UsableFixtures,
  type UseOptions,
  type UsePlace,
  useOfTestFile,
} from '@soracom-fixtures/core'
import { assertEnvironment } from './assert-environment.ts'
import { type HooksOfJest, hooksOfJest } from './hooks-of-jest.ts'
import { beginUse, endUse, type OpenUse } from './open-uses.ts'
import { pidOfJest } from './pid-of-jest.ts'
import { createRepeatableUse } from './repeatable-use.ts'
import { tellOnce } from './tell-once.ts'

/** How a set of fixtures is set up in a file or a `describe`. */
export interface UseFixturesOptions extends FixturesConfig {
  /**
   * `test` for a set of its own for each test. Left out, the set is made once for the file, or for the `describe` that
   * the call stands in; a defined set has its own scope.
   */
  readonly scope?: 'test' | undefined
}

/**
 * Sets up a set of fixtures before the tests of this file, or of the `describe` that it is called in, and deletes it
 * after them; with `{ scope: 'test' }` before and after each test. Returns the handles; they can be read inside tests,
 * and inside hooks that come after this call. What a set around this one holds is taken from there; a run-wide set is
 * read, which it can be at once where a global setup has made it, or made by whoever needs it first.
 *
 * @throws {FixturePlanError} at once, when the set cannot be set up as declared; an error that says so in an environment
 * that lacks what fixtures need.
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
  fixtures: Set | UsableFixtures<Set>,
  options?: UseFixturesOptions & { readonly scope?: undefined },
): Handles<Set>
export function useFixtures<const Set extends FixtureSet>(
  fixtures: Set | UsableFixtures<Set>,
  options: UseFixturesOptions,
): Handles<Set>
export function useFixtures(
  fixtures: FixtureSet | UsableFixtures<FixtureSet>,
  { scope, ...config }: UseFixturesOptions = {},
): unknown {
  const wanted = scope ?? (isDefinedFixtures(fixtures) ? fixtures.scope : undefined)
  const unread = noteWhilePlanning(toFixtureSet(fixtures as FixtureSet), useFixtures, wanted)
  if (unread) return unread
  assertEnvironment()
  const hooks = hooksOfJest()
  noteRunner(pidOfJest())
  const options = { config, scope: wanted, ...useOfTestFile(hooks.expect.getState().testPath) }
  return wanted === 'test' ? useForEachTest(fixtures, options, hooks) : useOnce(fixtures, options, hooks)
}

function useOnce(fixtures: FixtureSet | UsableFixtures<FixtureSet>, options: UseOptions, hooks: HooksOfJest) {
  const names = Object.keys(toFixtureSet(fixtures as FixtureSet))
  const used = createRepeatableUse(names, () => openFixtures(fixtures, () => options))
  const use: OpenUse = { place: globalThis, teardown: used.teardown }
  hooks.beforeAll(async () => {
    beginUse(use)
    await tellOnce(used.setup(placeOfFile))
  }, noTimeoutMs)
  hooks.afterAll(async () => {
    await tellOnce(endUse(use))
  }, noTimeoutMs)
  return used.handles
}

function useForEachTest(
  fixtures: FixtureSet | UsableFixtures<FixtureSet>,
  options: UseOptions,
  hooks: HooksOfJest,
): unknown {
  const uses = createTestUses(fixtures, { ...options, adviceTooEarly })
  const opened = new Map<unknown, OpenUse>()
  hooks.beforeEach(async function () {
    const where = placeOfTest(this)
    const use: OpenUse = { place: where.place, teardown: () => uses.end(where) }
    opened.set(this, use)
    beginUse(use)
    await tellOnce(uses.begin(where))
  }, noTimeoutMs)
  hooks.afterEach(async function () {
    const use = opened.get(this)
    opened.delete(this)
    // Not there where a hook before ours has failed.
    if (use) await tellOnce(endUse(use))
  }, noTimeoutMs)
  return uses.handles
}

const adviceTooEarly = 'A test.concurrent has none of its own, since Jest runs no beforeEach hook for it; use test.'

// Jest gives each file a global object of its own, and runs its describes one after the other: all that is set up in a
// file is around what is set up next.
const placeOfFile: UsePlace = { place: globalThis, enclosedBy: [] }

// Jest gives the hooks of one test one context as `this`.
function placeOfTest(context: unknown): UsePlace {
  if (typeof context === 'object' && context !== null) return { place: context, enclosedBy: [globalThis] }
  throw new Error('Jest did not give the hook of useFixtures() the context of its test; is this runner supported?')
}
