import type { Call } from '../http/call.ts'
import type { EmulatorReply } from '../http/message.ts'
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
export interface LogRecord {
  readonly sequence: number
  /** Without its body where that is too long to be kept. */
  readonly call: Call
  /** Without its body where that is too long to be kept. */
  readonly reply: EmulatorReply
  readonly isBodyKept: boolean
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
        .filter((record) => record.sequence > after && record.call.startMs >= sinceMs)
        .filter((record) => operationId === undefined || record.call.route?.operationId === operationId)
        .sort((left, right) => left.sequence - right.sequence)
        .map(toLogEntry)
    },
    clear: () => ring.fill(undefined),
  }
}

const longestBody = 16_384

// Small bodies are kept as they are; large ones would keep too much of the memory.
function toRecord(sequence: number, call: Call, reply: EmulatorReply, endMs: number | undefined): LogRecord {
  const isBodyKept = (call.request.body?.length ?? 0) <= longestBody
  const isReplyKept = reply.body.length <= longestBody
  return {
    sequence,
    call: isBodyKept ? call : { ...call, request: { ...call.request, body: undefined } },
    reply: isReplyKept ? reply : { ...reply, body: '' },
    isBodyKept,
    isReplyKept,
    endMs,
  }
}
