/** A request on the wire. */
export interface WireRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** JSON text. */
  readonly body: string | undefined
  readonly timeoutMs: number
  /** Cuts the request off. */
  readonly signal: AbortSignal | undefined
}

/** A reply on the wire. */
export interface WireReply {
  readonly status: number
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly text: string
}

/**
 * What carries requests: gives the reply whatever its status, follows no redirect, repeats nothing.
 *
 * @throws {TransportError} where no whole answer came.
 */
export type Transport = (request: WireRequest) => Promise<WireReply>
