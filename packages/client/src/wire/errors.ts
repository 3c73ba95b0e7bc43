const brand = Symbol.for('soracom-fixtures.api-error')
const unsafeTargetBrand = Symbol.for('soracom-fixtures.unsafe-target-error')

/** What a failed call is told with. */
export interface ApiErrorDetails {
  readonly operationId: string
  readonly method: string
  /** Below `/v1`, without its query. */
  readonly path: string
  readonly status: number | undefined
  readonly apiCode: string | undefined
  readonly apiMessage: string | undefined
  readonly sent: 'no' | 'maybe' | 'yes'
  readonly attempts: number
  readonly retryAfterMs: number | undefined
}

/** A call that did not succeed: the API refused it, or no usable answer came. Has no secret in it. */
export class SoracomApiError extends Error implements ApiErrorDetails {
  readonly operationId: string
  readonly method: string
  readonly path: string
  /** HTTP status; `undefined` where no answer came. */
  readonly status: number | undefined
  /** Code of the API's error body, such as `AUM0002`. */
  readonly apiCode: string | undefined
  readonly apiMessage: string | undefined
  /** Whether the call reached the API: `yes` an answer came, `no` it was not sent, `maybe` nobody knows. */
  readonly sent: 'no' | 'maybe' | 'yes'
  /** How often it was sent. */
  readonly attempts: number
  /** How long the API asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(message: string, details: ApiErrorDetails, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SoracomApiError'
    this.operationId = details.operationId
    this.method = details.method
    this.path = details.path
    this.status = details.status
    this.apiCode = details.apiCode
    this.apiMessage = details.apiMessage
    this.sent = details.sent
    this.attempts = details.attempts
    this.retryAfterMs = details.retryAfterMs
    Object.defineProperty(this, brand, { value: true })
  }

  /** Whether a value is such an error, also one of another realm or copy of this package. */
  static is(value: unknown): value is SoracomApiError {
    return typeof value === 'object' && value !== null && brand in value
  }

  /** The same for `instanceof`. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return SoracomApiError.is(value)
  }
}

/** A target that may not be called. Nothing was sent. */
export class UnsafeTargetError extends Error {
  readonly host: string

  constructor(message: string, host: string) {
    super(message)
    this.name = 'UnsafeTargetError'
    this.host = host
    Object.defineProperty(this, unsafeTargetBrand, { value: true })
  }

  /** Whether a value is such an error, also one of another realm or copy of this package. */
  static is(value: unknown): value is UnsafeTargetError {
    return typeof value === 'object' && value !== null && unsafeTargetBrand in value
  }

  /** The same for `instanceof`. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return UnsafeTargetError.is(value)
  }
}
