import { isSecretName, redacted, redactJson, redactQuery, redactText } from '../rules/redact.ts'
import type { LogRecord } from './log-record.ts'

/** One call of the API in the log. No secret is in it: passwords, keys, tokens and registration secrets are taken out. */
export interface LogEntry {
  /** From 1 on, in order of arrival. */
  readonly sequence: number
  /** ISO text by the emulator's clock. */
  readonly time: string
  /** Until the answer was given, by the emulator's clock; `null` while it waits. */
  readonly durationMs: number | null
  readonly method: string
  /** With its query. */
  readonly path: string
  /** `null` where the path is none of the API. */
  readonly operationId: string | null
  /** Who called, or who was logged in; `null` where nobody was. */
  readonly operatorId: string | null
  /** 0 where the connection was reset without an answer. */
  readonly status: number
  /** The code of the error that was answered. */
  readonly code: string | null
  /** The test that made the call, where its client says so in the header `x-soracom-fixtures-test`. */
  readonly test: string | null
  /** IDs of the faults that it met. */
  readonly faults: readonly string[]
  readonly request: LoggedMessage
  readonly answer: LoggedMessage
}

/** Headers and body of a call or an answer. */
export interface LoggedMessage {
  readonly headers: Readonly<Record<string, string>>
  /** Parsed JSON; `null` where there was none, a note where it is too long or not JSON. */
  readonly body: unknown
}

/** An entry of the log, as it is shown. */
export function toLogEntry(record: LogRecord): LogEntry {
  const { startMs, endMs, query, status, operationId } = record
  const headers = readHeaders(pairsOf(record.headers))
  const answerBody = readBody(record.replyBody)
  const { code = null, operatorId = null } = textsOf(answerBody)
  return {
    sequence: record.sequence,
    time: new Date(startMs).toISOString(),
    durationMs: endMs === undefined ? null : endMs - startMs,
    method: record.method,
    path: shorten(redactText(record.path)) + (query === '' ? '' : `?${shorten(redactQuery(query))}`),
    operationId: operationId ?? null,
    operatorId: record.operatorId ?? (operationId === undefined ? null : operatorId),
    status,
    code: status >= 400 ? code : null,
    test: readTest(headers['x-soracom-fixtures-test']),
    faults: record.faults,
    request: { headers, body: redactJson(readBody(record.body)) },
    answer: { headers: readHeaders(Object.entries(record.replyHeaders)), body: redactJson(answerBody) },
  }
}

const longestText = 2000

function shorten(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text
}

function pairsOf(texts: readonly string[]): [string, string][] {
  return texts.flatMap((name, index) => (index % 2 === 0 ? [[name, texts[index + 1] as string]] : []))
}

// One that was sent several times is shown as one, its values joined as HTTP joins them.
function readHeaders(headers: readonly (readonly [string, string])[]): Record<string, string> {
  const read: Record<string, string> = {}
  for (const [given, value] of headers) {
    const name = given.toLowerCase()
    if (name === '__proto__') continue
    const shown = isSecretName(name) ? redacted : shorten(redactText(value))
    read[name] = Object.hasOwn(read, name) ? `${read[name]}, ${shown}` : shown
  }
  return read
}

// What is no JSON is not shown, since nothing tells where its secrets are.
function readBody(text: string | undefined): unknown {
  if (text === undefined) return '(too long to be kept)'
  if (text.trim() === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return `(${text.length} characters that are not JSON)`
  }
}

function textsOf(body: unknown): { readonly code?: string; readonly operatorId?: string } {
  if (typeof body !== 'object' || body === null) return {}
  const { code, operatorId } = body as Readonly<Record<string, unknown>>
  return {
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof operatorId === 'string' ? { operatorId } : {}),
  }
}

// Header values are Latin-1, so that a title in Japanese comes percent-encoded.
function readTest(header: string | undefined): string | null {
  if (header === undefined) return null
  try {
    return decodeURIComponent(header)
  } catch {
    return header
  }
}
