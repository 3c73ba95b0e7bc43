import { FixtureError } from './fixture-error.ts'

/** A handle that was read while there was none. */
export class FixtureNotReadyError extends FixtureError {
  constructor(name: string, state: 'declared' | 'failed' | 'deleted') {
    super('FIXTURE_NOT_READY', toMessage(name, state))
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
