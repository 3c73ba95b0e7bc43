import {
  createTestUses,
  type FixtureListener,
  type FixtureSet,
  type FixturesConfig,
  openFixtures,
  type TestUses,
  takeRecords,
  type UsableFixtures,
  type UsedFixtures,
  type UseOptions,
  useOfTestFile,
} from '@soracom-fixtures/core'
import { runner } from './runner.ts'

/** Opens a set once, for the file or the `describe` that is being loaded now. */
export function openInFile(
  fixtures: FixtureSet | UsableFixtures<FixtureSet>,
  options: UseOptions,
): UsedFixtures<FixtureSet> {
  receiveRecords()
  return openFixtures(fixtures, () => ({ ...options, ...useOfFile() }))
}

/** Opens a set for each test of what is being loaded now. */
export function openForEachTest(
  fixtures: FixtureSet | UsableFixtures<FixtureSet>,
  config: FixturesConfig,
): TestUses<FixtureSet> {
  receiveRecords()
  return createTestUses(fixtures, { config, scope: 'test', ...useOfFile() })
}

// Takes what the run's global setup has made from Vitest; not by its types, which every user would see.
function receiveRecords(): void {
  takeRecords(runner().inject as (name: string) => unknown)
}

function useOfFile(): { readonly user: string; readonly openListener: () => Promise<FixtureListener> } {
  return useOfTestFile(runner().expect.getState().testPath)
}
