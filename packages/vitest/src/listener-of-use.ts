import { relative } from 'node:path'
import process from 'node:process'
import { createUseListener, type FixtureListener } from '@soracom-fixtures/core'
import { announceTarget } from './announce-target.ts'
import { runner } from './runner.ts'

/** The listener of a set that the file uses which is being loaded now. */
export function listenerOfUse(): FixtureListener {
  const { testPath } = runner().expect.getState()
  const user = testPath ? relative(process.cwd(), testPath) : 'a test file'
  const tell = createUseListener({ user, write: (line) => process.stderr.write(`${line}\n`) })
  return (event) => {
    announceTarget(event)
    tell(event)
  }
}
