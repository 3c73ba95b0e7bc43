import { FixtureTeardownError } from '../errors/teardown-error.ts'
import { closeRun } from '../report/close-run.ts'
import { toSummaryLine } from '../report/run-summary.ts'
import type { OpenRun } from '../run/open-run.ts'
import type { RunOutput } from './begin-run.ts'

/**
 * What a runner's global teardown does: closes the run, and says what all its sets came to.
 *
 * @throws {FixtureTeardownError} at the end, when a run-wide set could not be deleted.
 */
export async function endRun(run: OpenRun, output: RunOutput): Promise<void> {
  const { summary, cleanup, leftoversDeleted } = await closeRun(run)
  if (leftoversDeleted > 0) output.write(`soracom-fixtures: deleted ${count(leftoversDeleted)} of crashed processes\n`)
  output.write(`${toSummaryLine(summary)}\n`)
  if (cleanup.failed.length > 0) throw new FixtureTeardownError(cleanup)
}

function count(operators: number): string {
  return operators === 1 ? '1 operator' : `${operators} operators`
}
