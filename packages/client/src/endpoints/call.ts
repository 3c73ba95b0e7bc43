import { isSecretName } from '../wire/redact.ts'
import type { CallRequest, Repeat, Reply } from '../wire/request.ts'

/** Values of a query; those of a list are sent one by one. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** One call as an endpoint describes it. */
export interface CallDescription {
  readonly operationId: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/v1`, with `{names}` for its parameters. */
  readonly path: string
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Query
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Whether it may be sent twice when nobody knows what became of the first: harmless, or not. */
  readonly repeat: Repeat
  /** Whether a success must have JSON (unless told), has nothing to read, or may have either. */
  readonly answer?: 'json' | 'none' | 'any'
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

/**
 * Turns a description into a request: fills the path in and encodes the query.
 *
 * @throws {TypeError} where a part of the path is missing or would lead to another path.
 */
export function toRequest(description: CallDescription): CallRequest {
  const { operationId, method, path, params = {}, query = {}, body, headers = {}, repeat } = description
  if (!/^\/[^?#\\]*$/.test(path) || path.split('/').some(isDots)) {
    throw new TypeError(`${operationId}: the path ${JSON.stringify(path)} must begin with "/", without query and dots.`)
  }
  const fill = (toShown: (name: string, value: string) => string) =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => toShown(name, toSegment(operationId, name, params[name])))
  return {
    operationId,
    method,
    path: fill((_, segment) => segment),
    shownPath: fill((name, segment) => (isSecretName(name) ? '[redacted]' : segment)),
    query: toQueryText(query),
    body,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    repeat,
    authenticated: description.authenticated ?? true,
  }
}

function isDots(segment: string): boolean {
  return /^(\.|%2e){1,2}$/i.test(segment)
}

// An empty one would call another operation: `DELETE /groups/` for `DELETE /groups/{groupId}`.
function toSegment(operationId: string, name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '' && !isDots(value)) return encodeURIComponent(value)
  throw new TypeError(`${operationId} needs ${name}, not ${JSON.stringify(value)} (${typeof value}).`)
}

function toQueryText(query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one !== undefined) search.append(name, String(one))
  }
  return search.size > 0 ? `?${search}` : ''
}
