import process from 'node:process'
import type { CleanupReport } from '../errors/setup-error.ts'
import { appendText } from '../journal/append-text.ts'
import { writeHistoryFile } from '../journal/history-file.ts'
import { readRunLog } from '../journal/run-log.ts'
import { addToHistory } from '../plan/history.ts'
import type { OpenRun } from '../run/open-run.ts'
import type { DeletedLeftover } from '../sweep/delete-leftovers.ts'
import { shortenEmail } from '../sweep/describe-leftover.ts'
import { tidyAfterRun } from '../sweep/tidy-after-run.ts'
import { readHistory } from './read-history.ts'
import { type RunSummary, toRunSummary, toSummaryMarkdown } from './run-summary.ts'
import type { SessionTally } from './session-tally.ts'

/** How a run ended. */
export interface RunEnd {
  readonly summary: RunSummary
  /** Of the run-wide sets. */
  readonly cleanup: CleanupReport
  /** What processes that ended early had left, and what became of it. */
  readonly leftovers: readonly DeletedLeftover[]
}

/**
 * Ends a run: deletes its run-wide sets and what its crashed processes have left, adds up what all its sets came to,
 * remembers how long they took for the plans of later runs, and ends its emulator. Where GITHUB_STEP_SUMMARY names a
 * file, the summary is appended to it as well.
 */
export async function closeRun(run: OpenRun): Promise<RunEnd> {
  const cleanup = await run.deleteSets()
  const leftovers = await tidyAfterRun(run.configuration, run.cwd)
  const tallies = [...(readRunLog(run.folder) as SessionTally[]), toTally(leftovers)]
  const summary = toRunSummary(tallies, run.description, run.emulator?.counts())
  await run.close()
  const taken = tallies.flatMap(({ fixtures }) => fixtures)
  if (taken.length > 0) writeHistoryFile(run.cwd, addToHistory(readHistory(run.cwd), taken))
  const { GITHUB_STEP_SUMMARY: page } = process.env
  if (page) appendText(page, toSummaryMarkdown(summary))
  return { summary, cleanup, leftovers }
}

// A process that ended early has told nothing of what it made.
function toTally(leftovers: readonly DeletedLeftover[]): SessionTally {
  const labels = (which: readonly DeletedLeftover[]) =>
    which.map(({ entry: { operatorId, email } }) => `operator ${operatorId ?? shortenEmail(email)}`)
  const made = leftovers.filter(({ entry, outcome }) => outcome !== 'not there' || entry.operatorId !== undefined)
  return {
    user: 'processes that ended early',
    operatorsMade: labels(made),
    operatorsDeleted: labels(made.filter(({ outcome }) => outcome !== 'failed')),
    calls: 0,
    setups: 0,
    failedSetups: 0,
    setupMs: 0,
    fixtures: [],
  }
}
