import process from 'node:process'
import type { CleanupReport } from '../errors/setup-error.ts'
import { appendText } from '../journal/append-text.ts'
import { readRunLog } from '../journal/run-log.ts'
import type { OpenRun } from '../run/open-run.ts'
import { type RunSummary, toRunSummary, toSummaryMarkdown } from './run-summary.ts'
import type { SessionTally } from './session-tally.ts'

/** How a run ended. */
export interface RunEnd {
  readonly summary: RunSummary
  /** Of the run-wide sets. */
  readonly cleanup: CleanupReport
}

/**
 * Ends a run: deletes its run-wide sets, adds up what all its sets came to, and ends its emulator. Where
 * GITHUB_STEP_SUMMARY names a file, the summary is appended to it as well.
 */
export async function closeRun(run: OpenRun): Promise<RunEnd> {
  const cleanup = await run.deleteSets()
  const summary = toRunSummary(readRunLog(run.folder) as SessionTally[], run.description, run.emulator?.counts())
  await run.close()
  const { GITHUB_STEP_SUMMARY: page } = process.env
  if (page) appendText(page, toSummaryMarkdown(summary))
  return { summary, cleanup }
}
