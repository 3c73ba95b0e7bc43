import { type FixtureListener, takeRecords, useOfTestFile } from '@soracom-fixtures/core'
import { runner } from './runner.ts'

/** Takes what the run's global setup has made from Vitest. Not by its types, which every user would see. */
export function receiveRecords(): void {
  takeRecords(runner().inject as (name: string) => unknown)
}

/** What uses a set that the file which is being loaded now asks for, and who hears of it. */
export function useOfFile(): { readonly user: string; readonly openListener: () => Promise<FixtureListener> } {
  return useOfTestFile(runner().expect.getState().testPath)
}
