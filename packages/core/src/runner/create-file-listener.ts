import { relative } from 'node:path'
import process from 'node:process'
import type { FixtureListener } from '../events/fixture-event.ts'
import { parentOfWorker } from '../journal/run-folder.ts'
import { createUseListener } from '../report/use-listener.ts'
import { announceTarget } from './announce-target.ts'

/** What a runner's adapter knows of the file that is being loaded. */
export interface FileOfRunner {
  /** Its absolute path; nothing where the runner does not tell. */
  readonly testPath: string | undefined
  /** The process id of the runner, which all processes of a run have in common; the parent's unless told. */
  readonly runnerPid?: number | undefined
}

/**
 * The listener of a set that a test file uses: says once a run which target is used and why, and tells of the set, on
 * standard error and past the runner's buffering of `console`.
 */
export function createFileListener({ testPath, runnerPid = parentOfWorker() }: FileOfRunner): FixtureListener {
  const user = testPath ? relative(process.cwd(), testPath) : 'a test file'
  const write = (line: string) => process.stderr.write(`${line}\n`)
  const announce = announceTarget(runnerPid, write)
  const tell = createUseListener({ user, write })
  return (event) => {
    announce(event)
    tell(event)
  }
}
