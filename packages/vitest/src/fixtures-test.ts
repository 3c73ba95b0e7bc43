import {
  createTestUses,
  type FixtureSet,
  type FixturesConfig,
  type Handles,
  isDefinedFixtures,
  noteWhilePlanning,
  toFixtureSet,
  type UsableFixtures,
} from '@soracom-fixtures/core'
import { afterEach, beforeEach, type TestAPI, test } from 'vitest'
import { assertVitest } from './assert-vitest.ts'
import { noTimeoutMs } from './no-timeout.ts'
import { placeOf } from './place-of.ts'
import { type UseFixturesOptions, useFixtures } from './use-fixtures.ts'
import { useOfFile } from './use-of-file.ts'

/** A `test` whose tests name the fixtures that they want. */
export type FixturesTest<Set extends FixtureSet> = TestAPI<Handles<Set>>

/**
 * The same as `useFixtures`, as a `test` of which each test names what it wants. Call it in the test file: the set is
 * set up before the tests of that file. The runner's fixtures only read; a slow setup never runs into a test's timeout.
 *
 * @throws {FixturePlanError} at once, when the set cannot be set up as declared; an error that says so where Vitest is
 * older than 3.2.
 * @example
 * const shop = operator()
 * const test = fixturesTest({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D' }) })
 *
 * test('the meter belongs to the shop', ({ shop, meter }) => {
 *   expect(meter.operatorId).toBe(shop.operatorId)
 * })
 */
export function fixturesTest<const Set extends FixtureSet>(
  fixtures: Set | UsableFixtures<Set>,
  { scope, keep, ...config }: UseFixturesOptions = {},
): FixturesTest<Set> {
  const wanted = scope ?? (isDefinedFixtures(fixtures) ? fixtures.scope : undefined)
  if (noteWhilePlanning(toFixtureSet(fixtures as FixtureSet), fixturesTest, wanted)) return test as never
  assertVitest('fixturesTest')
  const read = wanted === 'test' ? readForEachTest(fixtures, config) : readOnce(fixtures, { keep, ...config })
  const readers = Object.keys(toFixtureSet(fixtures as FixtureSet)).map((name) => [name, toReader(name, read)])
  return test.extend(Object.fromEntries(readers)) as unknown as FixturesTest<Set>
}

type Read = (name: string, task: object) => unknown

// Vitest reads the text of a fixture's function to find what it needs, so that it has to take its context apart.
function toReader(name: string, read: Read) {
  return async ({ task }: { readonly task: object }, use: (value: unknown) => Promise<void>): Promise<void> => {
    await use(read(name, task))
  }
}

function readOnce(fixtures: FixtureSet | UsableFixtures<FixtureSet>, options: UseFixturesOptions): Read {
  const handles = useFixtures(fixtures, options) as Readonly<Record<string, unknown>>
  return (name) => handles[name]
}

function readForEachTest(fixtures: FixtureSet | UsableFixtures<FixtureSet>, config: FixturesConfig): Read {
  const uses = createTestUses(fixtures, { config, scope: 'test', ...useOfFile() })
  const handlesOf = new WeakMap<object, Readonly<Record<string, unknown>>>()
  beforeEach(async function () {
    // biome-ignore lint/complexity/noArguments: hooks of a library take no parameters, since Vitest reads their text
    const where = placeOf(arguments)
    handlesOf.set(where.place, await uses.begin(where))
  }, noTimeoutMs)
  afterEach(async function () {
    // biome-ignore lint/complexity/noArguments: as above
    await uses.end(placeOf(arguments))
  }, noTimeoutMs)
  return (name, task) => handlesOf.get(task)?.[name]
}
