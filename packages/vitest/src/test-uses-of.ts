import {
  createTestUses,
  type FixtureSet,
  type FixturesConfig,
  type TestUses,
  type UsableFixtures,
} from '@soracom-fixtures/core'
import { listenerOfUse } from './listener-of-use.ts'

/** A set that is made for each test of the file which is being loaded now. */
export function testUsesOf(
  fixtures: FixtureSet | UsableFixtures<FixtureSet>,
  config: FixturesConfig,
): TestUses<FixtureSet> {
  return createTestUses(fixtures, { config, scope: 'test', listener: listenerOfUse(), adviceSideBySide })
}

const adviceSideBySide =
  "Use fixturesTest(set, { scope: 'test' }), which gives each test its own, or run these tests one after the other."
