/** One call, ready to be sent. */
export interface CallRequest {
  readonly operationId: string
  readonly method: string
  /** Below `/v1`, with its parameters filled in and encoded. */
  readonly path: string
  /** With its question mark, or empty. */
  readonly query: string
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  /** Whether it may be sent a second time when nobody knows what became of the first. */
  readonly repeatable: boolean
  /** Whether it carries the credentials of the client, where it has some. */
  readonly authenticated: boolean
}

/** What came back. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly text: string
}

/** What a layer knows of the call that it is part of. */
export interface CallContext {
  readonly attempt: number
  readonly signal: AbortSignal | undefined
  /** Told each attempt's number, from 1. */
  readonly onAttempt: (attempt: number) => void
}

/** Sends a request and gives the reply, whatever its status. */
export type Send = (request: CallRequest, context: CallContext) => Promise<Reply>

/** A layer around `send` with one worry. */
export type Layer = (next: Send) => Send

/** Whether a call changes something, so that what became of it must be known. */
export function isMutating({ method }: CallRequest): boolean {
  return method !== 'GET' && method !== 'HEAD'
}
