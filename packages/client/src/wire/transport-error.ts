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
  }
}
