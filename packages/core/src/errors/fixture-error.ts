import { toErrorPage } from './error-page.ts'

/** The codes of the errors that fixtures throw; docs/errors.md has a section for each. */
export const fixtureErrorCodes = [
  'FIXTURE_CONFIGURATION',
  'FIXTURE_JOURNAL',
  'FIXTURE_PLAN',
  'FIXTURE_SETUP',
  'FIXTURE_SETUP_TIMEOUT',
  'FIXTURE_TIMEOUT',
  'FIXTURE_RUN',
  'FIXTURE_TEARDOWN',
  'FIXTURE_NOT_READY',
  'FIXTURE_WAIT_TIMEOUT',
  'FIXTURE_WAIT_FAILED',
] as const

/** A code of an error that fixtures throw. */
export type FixtureErrorCode = (typeof fixtureErrorCodes)[number]

const brand = Symbol.for('soracom-fixtures.error')

/**
 * The base of every error that fixtures throw. Its message ends with a line of its own, the address of what the pages say of
 * its code. Known by its brand, since runners evaluate modules in other realms.
 */
export class FixtureError extends Error {
  readonly code: FixtureErrorCode

  constructor(code: FixtureErrorCode, message: string, options?: ErrorOptions) {
    super(`${message}\n${toErrorPage(code)}`, options)
    this.name = new.target.name
    this.code = code
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is an error of fixtures, also one of another realm or copy of this package. */
  static is(value: unknown): value is FixtureError {
    return typeof value === 'object' && value !== null && brand in value
  }

  /** The same for `instanceof`, of each class by its name. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: it is asked of a class that extends this one, too
    return FixtureError.is(value) && (this === FixtureError || value.name === this.name)
  }
}
