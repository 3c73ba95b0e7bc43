import process from 'node:process'
import type { FixtureListener } from '../events/fixture-event.ts'
import { createUseListener } from '../report/use-listener.ts'
import { announceTarget } from './announce-target.ts'

/** The listener of the sets of a test file. Loaded with the first set that is made. */
export function createFileListener(user: string): FixtureListener {
  const write = (line: string) => process.stderr.write(`${line}\n`)
  const announce = announceTarget(write)
  const tell = createUseListener({ user, write })
  return (event) => {
    announce(event)
    tell(event)
  }
}
