import type { FixtureListener } from '../events/fixture-event.ts'
import { appendText } from '../journal/append-text.ts'
import { runFolderOfSetup } from '../journal/run-folder.ts'
import { appendToRunLog } from '../journal/run-log.ts'
import { createNdjsonListener } from './ndjson-listener.ts'
import { createSessionTally } from './session-tally.ts'
import { createTextListener } from './text-listener.ts'

/**
 * The listener of one use of a set, as a runner's adapter gives it to the engine: tells in text what the configuration
 * asks for, writes the events to a file where one is named, and leaves what the set came to for the run's summary.
 */
export function createUseListener({
  user,
  write,
}: {
  /** What uses the set, such as the test file's name. */
  readonly user: string
  /** Writes one line, past the runner's buffering of `console`. */
  readonly write: (line: string) => void
}): FixtureListener {
  let tally = createSessionTally(user)
  let listeners: FixtureListener[] = []
  return (event) => {
    if (event.type === 'target') {
      const { show, events } = event.options
      listeners = [createTextListener({ user, show, write })]
      if (events) listeners.push(createNdjsonListener(user, (line) => appendText(events, `${line}\n`)))
    }
    tally.listener(event)
    for (const listener of listeners) listener(event)
    if (event.type !== 'teardown-ended') return
    const folder = runFolderOfSetup()
    if (folder) appendToRunLog(folder, tally.read())
    // One listener may hear of several sets, one after the other: those of each test.
    tally = createSessionTally(user)
  }
}
