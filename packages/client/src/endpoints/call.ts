import type { CallRequest, Reply } from '../wire/request.ts'

/** One call as an endpoint describes it. */
export interface CallDescription {
  readonly operationId: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/v1`, with `{names}` for its parameters. */
  readonly path: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Whether it may be sent twice; true for GET, PUT and DELETE, false for POST, unless told. */
  readonly repeatable?: boolean
  /** False for the few calls that take no credentials. */
  readonly authenticated?: boolean
}

/** What a call gave: its JSON, and the reply for what stands in its headers. */
export interface CallResult<Value> {
  readonly value: Value
  readonly reply: Reply
}

/** Makes a call; the endpoints are written with it and with nothing else. */
export type Call = <Value = void>(description: CallDescription) => Promise<CallResult<Value>>

/** Turns a description into a request: fills the path in and encodes the query. */
export function toRequest(description: CallDescription): CallRequest {
  const { operationId, method, path, params = {}, query = {}, body, headers = {} } = description
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  return {
    operationId,
    method,
    path: filled,
    query: search.size > 0 ? `?${search}` : '',
    body,
    headers,
    repeatable: description.repeatable ?? method !== 'POST',
    authenticated: description.authenticated ?? true,
  }
}
