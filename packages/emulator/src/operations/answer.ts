/** What an operation answers. */
export interface Answer {
  readonly status: number
  /** JSON; nothing is sent where it is `undefined`. */
  readonly body?: unknown
  /** A file in place of JSON; the headers tell its type. */
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Whose call it was, where no credentials tell; the audit log reads it. */
  readonly operatorId?: string
}

/** 200 with a body, or without one. */
export function ok(body?: unknown, headers?: Readonly<Record<string, string>>): Answer {
  return { status: 200, body, ...(headers ? { headers } : {}) }
}

/** 201 with a body, or without one. */
export function created(body?: unknown): Answer {
  return { status: 201, body }
}

/** 204. */
export const noContent: Answer = Object.freeze({ status: 204 })
