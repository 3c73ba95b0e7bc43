import { describeCause } from './describe-cause.ts'
import { FixtureError } from './fixture-error.ts'
import type { CleanupReport } from './setup-error.ts'
import { toSweepAdvice } from './to-sweep-advice.ts'

/** Fixtures that could not be cleaned up. Everything else was; each cause is in `errors`. */
export class FixtureTeardownError extends FixtureError {
  readonly cleanup: CleanupReport
  readonly errors: readonly unknown[]

  constructor(cleanup: CleanupReport) {
    const lines = cleanup.failed.map(({ what, error }) => `  still there: ${what}: ${describeCause(error)}`)
    const removed = cleanup.removed.length > 0 ? [`  deleted: ${cleanup.removed.join(', ')}`] : []
    const text = ['Not all fixtures could be cleaned up.', ...lines, ...toSweepAdvice(cleanup.failed), ...removed]
    super('FIXTURE_TEARDOWN', text.join('\n'), { cause: cleanup.failed[0]?.error })
    this.cleanup = cleanup
    this.errors = cleanup.failed.map(({ error }) => error)
  }
}
