import { createFileListener, type FixtureListener } from '@soracom-fixtures/core'
import { expect } from 'vitest'

/** The listener of a set that the file uses which is being loaded now. */
export function listenerOfUse(): FixtureListener {
  return createFileListener(expect.getState().testPath)
}
