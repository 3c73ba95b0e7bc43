import { FixtureError } from './fixture-error.ts'

/** A wait that did not end as wished: out of time (FIXTURE_WAIT_TIMEOUT), or in a fatal state (FIXTURE_WAIT_FAILED). */
export class FixtureWaitError extends FixtureError {
  /** The last value seen, where there was one. Not printed. */
  declare readonly lastSeen: unknown

  constructor(
    code: 'FIXTURE_WAIT_TIMEOUT' | 'FIXTURE_WAIT_FAILED',
    message: string,
    { lastSeen, cause }: { readonly lastSeen: unknown; readonly cause?: unknown },
  ) {
    super(code, message, cause === undefined ? undefined : { cause })
    Object.defineProperty(this, 'lastSeen', { value: lastSeen })
  }
}
