import type { Call } from '../http/call.ts'
import type { EmulatorReply, EmulatorRequest } from '../http/message.ts'
import { toMs } from '../state/clock.ts'
import { type LogEntry, toLogEntry } from './to-log-entry.ts'

/** Which entries of a log are wanted; all of them where nothing is said. */
export interface LogFilter {
  readonly operationId?: string | undefined
  /** The earliest time by the emulator's clock: ISO text, a date, or UNIX milliseconds. */
  readonly since?: Date | string | number | undefined
  /** The sequence number that the first one comes after, to go on where the last look ended. */
  readonly after?: number | undefined
}

/** The last calls of the API. */
export interface RequestLog {
  /** Adds a call, as it was answered. */
  add(call: Call, reply: EmulatorReply): LogRecord
  /** Notes that a delayed answer is on its way now, and gives it. */
  end(record: LogRecord, reply: EmulatorReply): EmulatorReply
  /** The entries, oldest first, without secrets; throws a RangeError where `since` is no time. */
  entries(filter?: LogFilter): LogEntry[]
  clear(): void
}

/** A call as the log keeps it. Secrets are taken out when it is read, so that keeping it costs next to nothing. */
export interface LogRecord extends Pick<Call, 'path' | 'query' | 'startMs' | 'operatorId' | 'faults'> {
  readonly sequence: number
  readonly method: string
  readonly operationId: string | undefined
  readonly headers: EmulatorRequest['headers']
  /** `undefined` where it is too long to be kept. */
  readonly body: string | undefined
  readonly reply: EmulatorReply
  readonly isReplyKept: boolean
  /** `undefined` while the answer waits. */
  endMs: number | undefined
}

/** A log of the last `size` calls, with bodies up to 16 Ki characters. */
export function createRequestLog(size: number, now: () => number): RequestLog {
  const ring: (LogRecord | undefined)[] = new Array(size)
  let sequence = 0
  return {
    add(call, reply) {
      sequence += 1
      const record = toRecord(sequence, call, reply, call.delayMs > 0 ? undefined : now())
      ring[sequence % size] = record
      return record
    },
    end(record, reply) {
      record.endMs = now()
      return reply
    },
    entries({ operationId, since, after = 0 } = {}) {
      const sinceMs = since === undefined ? 0 : toMs(since)
      return ring
        .filter((record) => record !== undefined)
        .filter((record) => record.sequence > after && record.startMs >= sinceMs)
        .filter((record) => operationId === undefined || record.operationId === operationId)
        .sort((left, right) => left.sequence - right.sequence)
        .map(toLogEntry)
    },
    clear: () => ring.fill(undefined),
  }
}

const longestBody = 16_384

function toRecord(sequence: number, call: Call, reply: EmulatorReply, endMs: number | undefined): LogRecord {
  const { request, path, query, startMs, route, operatorId, faults } = call
  const { body = '' } = request
  const isReplyKept = reply.body.length <= longestBody
  return {
    sequence,
    startMs,
    endMs,
    method: request.method,
    path,
    query,
    operationId: route?.operationId,
    operatorId,
    faults,
    headers: request.headers,
    body: body.length <= longestBody ? body : undefined,
    reply: isReplyKept ? reply : { ...reply, body: '' },
    isReplyKept,
  }
}
