import type { Repeat } from '../wire/request.ts'
import type { CallDescription, Query } from './call.ts'

/** The parts of a call that is made by its path. */
export interface RequestOptions {
  /** Values of the path's `{names}`, where it has some; encoded here. */
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Query
  /** Sent as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Whether it may be sent twice when its answer was lost; `unsafe` for POST, else `safe`, unless told. */
  readonly repeat?: Repeat
  /** How events and errors name it; method and path unless told. */
  readonly operationId?: string
}

/** Turns a call by its path into a description. */
export function toDescription(
  method: CallDescription['method'],
  path: string,
  options: RequestOptions = {},
): CallDescription {
  return {
    operationId: `${method} ${path}`,
    method,
    path,
    repeat: method === 'POST' ? 'unsafe' : 'safe',
    answer: 'any',
    ...options,
  }
}
