import type { Configuration } from '../configuration/configuration.ts'
import { journalPlace } from '../journal/journal-folder.ts'
import { thisMachine } from '../journal/machine-identity.ts'
import { isAlive } from '../journal/process-identity.ts'
import { type JournalEntry, readJournal } from '../journal/read-journal.ts'
import { runnerOfThisProcess } from '../journal/runner-identity.ts'
import { outlivesRun } from '../platform/operator-book.ts'
import type { DeletedLeftover } from './delete-leftovers.ts'
import { shortenEmail } from './describe-leftover.ts'
import { openSweep } from './open-sweep.ts'

// So that a target that does not answer does not keep the run from ending; the reaper goes on.
const longestMs = 5_000

/** Labels of operators, such as `operator OP0012345678`. */
export interface LeftByCrashes {
  readonly made: readonly string[]
  readonly deleted: readonly string[]
}

/**
 * What a run does at its end: deletes what those of its processes have left that ended before they could, such as a
 * worker that crashed. Of a worker that still runs nothing is touched.
 */
export async function tidyAfterRun(configuration: Configuration, cwd: string): Promise<LeftByCrashes> {
  if (!outlivesRun(configuration)) return { made: [], deleted: [] }
  const { journalDir, runName } = configuration.options
  const { folder, run } = journalPlace({ cwd, journalDir, runName })
  const left = readJournal(folder, run).entries.filter(isLeftByThisRun)
  if (left.length === 0) return { made: [], deleted: [] }
  const results = await openSweep(configuration, cwd, AbortSignal.timeout(longestMs)).deleteAll(left)
  const made = results.filter(({ entry, outcome }) => outcome !== 'not there' || entry.operatorId !== undefined)
  return { made: made.map(toLabel), deleted: made.filter(({ outcome }) => outcome !== 'failed').map(toLabel) }
}

function toLabel({ entry: { operatorId, email } }: DeletedLeftover): string {
  return `operator ${operatorId ?? shortenEmail(email)}`
}

// A run of the same name may go on beside this one.
function isLeftByThisRun({ closed, machine, process, runner }: JournalEntry): boolean {
  const { pid, started } = runnerOfThisProcess()
  const isOurs = machine === thisMachine() && runner.pid === pid && runner.started === started
  return isOurs && closed === undefined && !isAlive(process)
}
