import { FixtureError } from './fixture-error.ts'

/** A run-wide set that this process could not get, though another process of the run made it or tried to. */
export class FixtureRunError extends FixtureError {
  constructor(message: string) {
    super('FIXTURE_RUN', message)
  }

  /** The set was made with other declarations than this process has under the same name. */
  static differing(key: string): FixtureRunError {
    return new FixtureRunError(
      `The run-wide set "${key}" was made with other declarations than this file has under that name. ` +
        'Declare it once and import it wherever it is used, or give two different sets two names: defineFixtures(set, { scope: "run", name: "…" }).',
    )
  }

  /** Another process of the run could not make it; it is not tried again. */
  static failedElsewhere(key: string, failedAtMs: number, message: string): FixtureRunError {
    return new FixtureRunError(
      `The run-wide set "${key}" could not be set up, at ${new Date(failedAtMs).toISOString()} in another process of this run, and is not tried again:\n${message}`,
    )
  }
}
