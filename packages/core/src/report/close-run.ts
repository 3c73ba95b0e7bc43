import process from 'node:process'
import type { CleanupReport } from '../errors/setup-error.ts'
import { appendText } from '../journal/append-text.ts'
import { writeHistoryFile } from '../journal/history-file.ts'
import { readRunLog } from '../journal/run-log.ts'
import { addToHistory } from '../plan/history.ts'
import type { OpenRun } from '../run/open-run.ts'
import { readHistory } from './read-history.ts'
import { type RunSummary, toRunSummary, toSummaryMarkdown } from './run-summary.ts'
import type { SessionTally } from './session-tally.ts'

/** How a run ended. */
export interface RunEnd {
  readonly summary: RunSummary
  /** Of the run-wide sets. */
  readonly cleanup: CleanupReport
  /** How many operators were deleted that crashed processes had left. */
  readonly leftoversDeleted: number
}

/**
 * Ends a run: deletes its run-wide sets and what its crashed processes have left, adds up what all its sets came to,
 * remembers how long they took for the plans of later runs, and ends its emulator. Where GITHUB_STEP_SUMMARY names a
 * file, the summary is appended to it as well.
 */
export async function closeRun(run: OpenRun): Promise<RunEnd> {
  const cleanup = await run.deleteSets()
  const leftovers = await run.deleteLeftovers()
  const tallies = [...(readRunLog(run.folder) as SessionTally[]), toTally(leftovers.made, leftovers.deleted)]
  const summary = toRunSummary(tallies, run.description, run.emulator?.counts())
  await run.close()
  const taken = tallies.flatMap(({ fixtures }) => fixtures)
  if (taken.length > 0) writeHistoryFile(run.cwd, addToHistory(readHistory(run.cwd), taken))
  const { GITHUB_STEP_SUMMARY: page } = process.env
  if (page) appendText(page, toSummaryMarkdown(summary))
  return { summary, cleanup, leftoversDeleted: leftovers.deleted.length }
}

// A process that ended early has told nothing of what it made.
function toTally(operatorsMade: readonly string[], operatorsDeleted: readonly string[]): SessionTally {
  const user = 'processes that ended early'
  return { user, operatorsMade, operatorsDeleted, calls: 0, setups: 0, failedSetups: 0, setupMs: 0, fixtures: [] }
}
