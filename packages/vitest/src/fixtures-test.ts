import {
  type FixtureSet,
  type FixturesConfig,
  type Handles,
  isDefinedFixtures,
  noteWhilePlanning,
  type ScopesFor,
  toFixtureSet,
  type UsableFixtures,
} from '@soracom-fixtures/core'
import type { TestAPI } from 'vitest'
import { assertVitest } from './assert-vitest.ts'
import { hookEachTest } from './hook-each-test.ts'
import { runner } from './runner.ts'
import { type UseFixturesOptions, useFixtures } from './use-fixtures.ts'
import { openForEachTest } from './use-of-file.ts'

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
export function fixturesTest<const Set extends FixtureSet<ScopesFor<'describe'>>>(
  fixtures: Set,
  options?: UseFixturesOptions & { readonly scope?: undefined },
): FixturesTest<Set>
export function fixturesTest<const Set extends FixtureSet>(
  fixtures: Set,
  options: UseFixturesOptions & { readonly scope: 'test' },
): FixturesTest<Set>
export function fixturesTest<const Set extends FixtureSet>(
  fixtures: UsableFixtures<Set>,
  options?: UseFixturesOptions,
): FixturesTest<Set>
export function fixturesTest(
  fixtures: FixtureSet | UsableFixtures<FixtureSet>,
  { scope, keep, ...config }: UseFixturesOptions = {},
): unknown {
  const wanted = scope ?? (isDefinedFixtures(fixtures) ? fixtures.scope : undefined)
  if (noteWhilePlanning(toFixtureSet(fixtures as FixtureSet), fixturesTest, wanted)) return runner().test
  assertVitest('fixturesTest')
  const read = wanted === 'test' ? readForEachTest(fixtures, config) : readOnce(fixtures, { keep, ...config })
  const readers = Object.keys(toFixtureSet(fixtures as FixtureSet)).map((name) => [name, toReader(name, read)])
  return runner().test.extend(Object.fromEntries(readers))
}

type Read = (name: string, task: object) => unknown

// Vitest reads the text of a fixture's function to find what it needs, so that it has to take its context apart.
function toReader(name: string, read: Read) {
  return async ({ task }: { readonly task: object }, use: (value: unknown) => Promise<void>): Promise<void> => {
    await use(read(name, task))
  }
}

function readOnce(fixtures: FixtureSet | UsableFixtures<FixtureSet>, options: UseFixturesOptions): Read {
  const handles = useFixtures(fixtures as UsableFixtures<FixtureSet>, options) as Readonly<Record<string, unknown>>
  return (name) => handles[name]
}

function readForEachTest(fixtures: FixtureSet | UsableFixtures<FixtureSet>, config: FixturesConfig): Read {
  const uses = openForEachTest(fixtures, config)
  const handlesOf = new WeakMap<object, Readonly<Record<string, unknown>>>()
  hookEachTest(uses, (task, handles) => handlesOf.set(task, handles))
  return (name, task) => handlesOf.get(task)?.[name]
}
