// Registered, since what repeats a look may be of another copy of this package.
const brand = Symbol.for('soracom-fixtures.not-yet')

/** What was looked for is not there yet. Never leaves a wait. */
export class NotYet extends Error {
  constructor(cause?: unknown) {
    super('not yet', { cause })
    Object.defineProperty(this, brand, { value: true })
  }

  static is(error: unknown): error is NotYet {
    return typeof error === 'object' && error !== null && brand in error
  }
}
