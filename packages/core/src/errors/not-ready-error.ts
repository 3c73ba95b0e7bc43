import { FixtureError } from './fixture-error.ts'

/** A handle that was read while there was none. */
export class FixtureNotReadyError extends FixtureError {
  constructor(name: string, state: 'declared' | 'failed' | 'deleted', message: string = toMessage(name, state)) {
    super('FIXTURE_NOT_READY', message)
  }

  /** A fixture that is read before it is made; `advice` is what is to be said of that here. */
  static beforeTests(name: string, advice: string | undefined): FixtureNotReadyError {
    const message = toMessage(name, 'declared')
    return new FixtureNotReadyError(name, 'declared', advice ? `${message} ${advice}` : message)
  }

  /** Several tests run side by side, each with its own fixture of this name. */
  static ofWhichTest(name: string): FixtureNotReadyError {
    const message =
      `The fixture "${name}" is made for each test, and several tests run side by side, so that it is not clear whose is read. ` +
      "Use fixturesTest(set, { scope: 'test' }), which gives each test its own, or run these tests one after the other."
    return new FixtureNotReadyError(name, 'declared', message)
  }
}

function toMessage(name: string, state: 'declared' | 'failed' | 'deleted'): string {
  if (state === 'failed') {
    return `The fixture "${name}" was read, but its set could not be set up; see the error of the setup.`
  }
  if (state === 'deleted') return `The fixture "${name}" was read after it had been deleted.`
  return (
    `The fixture "${name}" was read before it was set up, for example while the file was being loaded. ` +
    'Fixtures are ready inside tests, and inside hooks that come after useFixtures(). Keep the object that ' +
    `useFixtures() returns and read .${name} there; do not destructure it at the top of the file.`
  )
}
