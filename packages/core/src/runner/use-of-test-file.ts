import { relative } from 'node:path'
import process from 'node:process'
import type { FixtureListener } from '../events/fixture-event.ts'
import { madeOnce } from '../kit/made-once.ts'

/**
 * What uses a set that a test file asks for, and who hears of it: says once a run which target is used and why, and tells
 * of the set, on standard error and past the runner's buffering of `console`. The runner may not tell the file's path.
 */
export function useOfTestFile(testPath: string | undefined): {
  readonly user: string
  readonly openListener: () => Promise<FixtureListener>
} {
  const user = testPath ? relative(process.cwd(), testPath) : 'a test file'
  const open = async () => {
    const { createFileListener } = await import('./file-listener.ts')
    return createFileListener(user)
  }
  return { user, openListener: madeOnce(open) }
}
