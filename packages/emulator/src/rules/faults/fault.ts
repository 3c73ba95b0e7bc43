/** Which calls a fault meets, and how often. All calls of the API, always, where nothing is said. */
export interface FaultScope {
  /** Operation IDs, such as `createGroup`. */
  readonly operation?: string | readonly string[] | undefined
  readonly method?: string | undefined
  /** A path below `/v1`, where `{name}` and `*` stand for one segment and `**` for any number: `/stats/**`. */
  readonly path?: string | undefined
  /** The chance that a call is met, from 0 to 1; 1 unless told. */
  readonly probability?: number | undefined
  /** How many calls are met at most. */
  readonly count?: number | undefined
  /** How many of the calls in its scope pass first. */
  readonly after?: number | undefined
  /** What chance is drawn from: the same draws for the same seed. */
  readonly seed?: string | undefined
}

/** Whether a call fails before it has had its effect (the default), or after. */
export type FaultTime = 'before' | 'after'

/** What happens to a call. */
export type FaultKind =
  /** Its answer comes `ms` later, and up to `jitterMs` more, in real milliseconds. Its effect is at once. */
  | { readonly kind: 'latency'; readonly ms: number; readonly jitterMs?: number | undefined }
  /** 429 with `Retry-After` (1 second unless told) and the three headers that the service was seen to send. */
  | { readonly kind: 'tooManyRequests'; readonly retryAfterSeconds?: number | undefined }
  /** 500 with the code COM0003. */
  | { readonly kind: 'internalError'; readonly when?: FaultTime | undefined }
  /** 500 as the gateway was seen to answer it: AGW0005, JSON in a text/plain body. */
  | { readonly kind: 'gatewayError'; readonly when?: FaultTime | undefined }
  /** 502 with a page of HTML, as load balancers answer. */
  | { readonly kind: 'badGateway'; readonly when?: FaultTime | undefined }
  /** 503 with a line of plain text. */
  | { readonly kind: 'serviceUnavailable'; readonly when?: FaultTime | undefined }
  /** The connection is reset without an answer. */
  | { readonly kind: 'reset'; readonly when?: FaultTime | undefined }
  /** Half of the answer's body comes, then the connection ends; an answer without a body is reset. */
  | { readonly kind: 'cutBody' }
  /** The token of the call has expired, for this call and from then on. Calls without a token are not met. */
  | { readonly kind: 'expiredToken' }

/**
 * Something that goes wrong on demand.
 *
 * @example
 * const tooBusy: Fault = { kind: 'tooManyRequests', operation: 'createGroup', count: 2, retryAfterSeconds: 1 }
 */
export type Fault = FaultScope & FaultKind
