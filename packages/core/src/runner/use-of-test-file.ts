import { relative } from 'node:path'
import process from 'node:process'
import type { FixtureListener } from '../events/fixture-event.ts'
import { createUseListener } from '../report/use-listener.ts'
import { announceTarget } from './announce-target.ts'

/**
 * What uses a set that a test file asks for, and who hears of it: says once a run which target is used and why, and tells
 * of the set, on standard error and past the runner's buffering of `console`. The runner may not tell the file's path.
 */
export function useOfTestFile(testPath: string | undefined): {
  readonly user: string
  readonly listener: FixtureListener
} {
  const user = testPath ? relative(process.cwd(), testPath) : 'a test file'
  const write = (line: string) => process.stderr.write(`${line}\n`)
  const announce = announceTarget(write)
  const tell = createUseListener({ user, write })
  return {
    user,
    listener(event) {
      announce(event)
      tell(event)
    },
  }
}
