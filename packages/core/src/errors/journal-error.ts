import { FixtureError } from './fixture-error.ts'

/** The store of the journal could not be used. Where it came before an operator was made, none was. */
export class FixtureJournalError extends FixtureError {
  constructor(message: string, options?: ErrorOptions) {
    super('FIXTURE_JOURNAL', message, options)
  }
}
