import { FixtureError } from './fixture-error.ts'

/** A value of the configuration that is missing or malformed. Names the source and the wish; nothing was called. */
export class ConfigurationError extends FixtureError {
  constructor(message: string, options?: ErrorOptions) {
    super('FIXTURE_CONFIGURATION', message, options)
  }
}
