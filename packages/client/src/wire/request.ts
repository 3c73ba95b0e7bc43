/** Whether a call may be sent a second time when nobody knows what became of the first. */
export type Repeat = 'safe' | 'unsafe'

/** One call, ready to be sent. */
export interface CallRequest {
  readonly operationId: string
  readonly method: string
  /** Below `/v1`, with its parameters filled in and encoded. */
  readonly path: string
  /** The path as errors and events may tell it: without secrets. */
  readonly shownPath: string
  /** With its question mark, or empty. */
  readonly query: string
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  readonly repeat: Repeat
  /** Whether it carries the credentials of the client, where it has some. */
  readonly authenticated: boolean
}

/** What came back. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly text: string
}

/** The time of a whole call. It begins with the call's first place, so that waiting in a long queue does not count. */
export interface Deadline {
  begin(): void
  remainingMs(): number
}

/** What is known of a call while it is made. */
export interface Progress {
  /** How often it was sent. */
  attempts: number
  /** Whether an attempt so far went out without an answer. */
  maybeSent: boolean
  /** Why nothing is repeated any more, where the target is given up. */
  givenUp?: string | undefined
}

/** What a layer knows of the call that it is part of. */
export interface CallContext {
  readonly signal: AbortSignal | undefined
  readonly deadline: Deadline
  readonly progress: Progress
}

/** Sends a request and gives the reply, whatever its status. */
export type Send = (request: CallRequest, context: CallContext) => Promise<Reply>

/** A layer around `send` with one worry. */
export type Layer = (next: Send) => Send

/** Whether a call changes something, so that what became of it must be known. */
export function isMutating({ method }: CallRequest): boolean {
  return method !== 'GET' && method !== 'HEAD'
}
