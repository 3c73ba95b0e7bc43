import { relative } from 'node:path'
import process from 'node:process'
import { createUseListener, type FixtureListener } from '@soracom-fixtures/core'
import { expect } from 'vitest'
import { announceTarget } from './announce-target.ts'

/** What uses a set that the file which is being loaded now asks for, and who hears of it. */
export function useOfFile(): { readonly user: string; readonly listener: FixtureListener } {
  const { testPath } = expect.getState()
  const user = testPath ? relative(process.cwd(), testPath) : 'a test file'
  const tell = createUseListener({ user, write: (line) => process.stderr.write(`${line}\n`) })
  return {
    user,
    listener(event) {
      announceTarget(event)
      tell(event)
    },
  }
}
