import { FixtureError } from './fixture-error.ts'

/** A handle that was read while there was none. */
export class FixtureNotReadyError extends FixtureError {
  constructor(name: string, state: 'declared' | 'failed' | 'deleted', message: string = toMessage(name, state)) {
    super('FIXTURE_NOT_READY', message)
  }

  /** Several tests run side by side, each with its own fixture of this name; `advice` says what to do about it. */
  static ofWhichTest(name: string, advice: string): FixtureNotReadyError {
    const message =
      `The fixture "${name}" is made for each test, and several tests run side by side, so that it is not clear whose is read. ` +
      advice
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
