import type { Call } from '../http/call.ts'
import { type EmulatorReply, toText } from '../http/message.ts'

/**
 * A call as the log keeps it. Secrets are taken out when it is read, so that keeping it costs next to nothing; for the same
 * reason a record is written over by a later call, and has what is the same as in the call before it from there: objects
 * that live for a thousand calls each are what a garbage collector is slowest with.
 */
export interface LogRecord {
  sequence: number
  startMs: number
  /** `undefined` while the answer waits. */
  endMs: number | undefined
  method: string
  path: string
  query: string
  operationId: string | undefined
  /** Who called, where that is known. */
  operatorId: string | undefined
  faults: readonly string[]
  /** Names and values in turn. */
  headers: readonly string[]
  /** `undefined` where it is too long to be kept. */
  body: string | undefined
  status: number
  replyHeaders: Readonly<Record<string, string>>
  /** `undefined` where it is too long to be kept. */
  replyBody: string | undefined
}

/** A record to write into. */
export function emptyRecord(): LogRecord {
  return {
    sequence: 0,
    startMs: 0,
    endMs: undefined,
    method: '',
    path: '',
    query: '',
    operationId: undefined,
    operatorId: undefined,
    faults: [],
    headers: [],
    body: '',
    status: 0,
    replyHeaders: {},
    replyBody: '',
  }
}

/** Writes a call and its answer into a record. Small bodies are kept as they are; large ones would keep too much memory. */
export function writeRecord(record: LogRecord, call: Call, reply: EmulatorReply, last: LogRecord): void {
  const { method, rawHeaders, body } = call.request
  const isBodyKept = (body?.length ?? 0) <= longestBody
  const text = isBodyKept ? (call.text ?? toText(body)) : undefined
  record.startMs = call.startMs
  record.method = same(method, last.method)
  record.path = same(call.path, last.path)
  record.query = same(call.query, last.query)
  record.operationId = call.route?.operationId
  record.operatorId = call.operatorId
  record.faults = call.faults
  record.headers = haveSame(rawHeaders, last.headers) ? last.headers : rawHeaders
  record.body = text === last.body ? last.body : text
  record.status = reply.status
  record.replyHeaders = reply.headers
  record.replyBody = reply.body.length <= longestBody ? reply.body : undefined
}

const longestBody = 16_384

// The text that is there already, where it is the same.
function same(text: string, last: string): string {
  return text === last ? last : text
}

function haveSame(headers: readonly string[], last: readonly string[]): boolean {
  return headers.length === last.length && headers.every((text, index) => text === last[index])
}
