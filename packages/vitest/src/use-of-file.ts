import { type FixtureListener, takeRecords, useOfTestFile } from '@soracom-fixtures/core'
import { runner } from './runner.ts'

/** What uses a set that the file which is being loaded now asks for, and who hears of it. */
export function useOfFile(): { readonly user: string; readonly openListener: () => Promise<FixtureListener> } {
  // Not in the types of Vitest, which every user would see.
  takeRecords(runner().inject as (name: string) => unknown)
  return useOfTestFile(runner().expect.getState().testPath)
}
