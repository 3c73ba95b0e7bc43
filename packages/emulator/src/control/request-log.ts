import type { Call } from '../http/call.ts'
import type { EmulatorReply } from '../http/message.ts'
import { toMs } from '../state/clock.ts'
import { emptyRecord, type LogRecord, writeRecord } from './log-record.ts'
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
  /** Adds a call, as it was answered, and gives its sequence number. */
  add(call: Call, reply: EmulatorReply): number
  /** Notes that a delayed answer is on its way now, and gives it. */
  end(sequence: number, reply: EmulatorReply): EmulatorReply
  /** The entries, oldest first, without secrets; throws a RangeError where `since` is no time. */
  entries(filter?: LogFilter): LogEntry[]
  clear(): void
}

/** A log of the last `size` calls, with bodies up to 16 Ki characters. */
export function createRequestLog(size: number, now: () => number): RequestLog {
  const ring: LogRecord[] = []
  let sequence = 0
  let last = emptyRecord()
  return {
    add(call, reply) {
      sequence += 1
      const record = ring[sequence % size] ?? emptyRecord()
      ring[sequence % size] = record
      writeRecord(record, call, reply, last)
      record.sequence = sequence
      record.endMs = call.delayMs > 0 ? undefined : now()
      last = record
      return sequence
    },
    end(ended, reply) {
      const record = ring[ended % size]
      if (record?.sequence === ended) record.endMs = now()
      return reply
    },
    entries({ operationId, since, after = 0 } = {}) {
      const sinceMs = since === undefined ? 0 : toMs(since)
      return Object.values(ring)
        .filter((record) => record.sequence > after && record.startMs >= sinceMs)
        .filter((record) => operationId === undefined || record.operationId === operationId)
        .sort((left, right) => left.sequence - right.sequence)
        .map(toLogEntry)
    },
    clear() {
      ring.length = 0
    },
  }
}
