const brand = Symbol.for('soracom-fixtures.transport-error')

/**
 * No answer came. `no`: the request did not leave, so nothing happened. `maybe`: nobody knows whether it took effect.
 */
export class TransportError extends Error {
  readonly sent: 'no' | 'maybe'
  /** The system's code, such as ECONNREFUSED. */
  readonly code: string | undefined

  constructor(message: string, sent: 'no' | 'maybe', code?: string) {
    super(message)
    this.name = 'TransportError'
    this.sent = sent
    this.code = code
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is such an error, also one of another realm or copy of this package. */
  static is(value: unknown): value is TransportError {
    return typeof value === 'object' && value !== null && brand in value
  }

  /** The same for `instanceof`. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return TransportError.is(value)
  }
}
