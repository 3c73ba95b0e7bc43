import { relative } from 'node:path'
import process from 'node:process'
import { createUseListener, type FixtureListener } from '@soracom-fixtures/core'
import { expect } from 'vitest'
import { announceTarget } from './announce-target.ts'

/** What a set that the file uses which is being loaded now is told with: the file, and who hears of it. */
export function useOfFile(): { readonly user: string; readonly listener: FixtureListener } {
  const { testPath } = expect.getState()
  const user = testPath ? relative(process.cwd(), testPath) : 'a test file'
  const tell = createUseListener({ user, write: (line) => process.stderr.write(`${line}\n`) })
  const listener: FixtureListener = (event) => {
    announceTarget(event)
    tell(event)
  }
  return { user, listener }
}
