import { setTimeout as sleep } from 'node:timers/promises'
import type { Transport } from './transport/transport.ts'

/** What a client reads the time with and waits with. */
export interface ClientClock {
  /** UNIX milliseconds. */
  now(): number
  /** Waits; rejects when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** One request on the wire: what was asked, what came back, how long it took. Has no secret in it. */
export interface CallEvent {
  readonly operationId: string
  readonly method: string
  readonly path: string
  /** The operator that called, where there was one. */
  readonly operatorId: string | undefined
  /** From 1; counts every request of one call. */
  readonly attempt: number
  /** UNIX milliseconds. */
  readonly startedAtMs: number
  readonly durationMs: number
  /** `refused` by an answer of 300 or more, `unanswered` where none came, `aborted` by a signal. */
  readonly outcome: 'succeeded' | 'refused' | 'unanswered' | 'aborted'
  /** HTTP status; `undefined` where no answer came. */
  readonly status: number | undefined
  readonly apiCode: string | undefined
  /** The system's code where no answer came, such as ECONNREFUSED. */
  readonly failure: string | undefined
  /** What the server's clock said, as its Date header has it; `undefined` where it did not say. */
  readonly serverDate?: string | undefined
}

/** Counts what all who share a target have sent to it in vain, so that they stop repeating calls when it is down. */
export interface RetryBudget {
  /** Hears of an attempt that a living target has answered. */
  answered(): void
  /**
   * Hears of an attempt that found the target down: no answer, or a status of 500 and above. Gives why nothing is repeated
   * any more, as a sentence, where that is so.
   */
  failed(): string | undefined
}

/** What a client is made with. */
export interface ClientOptions {
  /** Without `/v1`, such as `https://api-sandbox.soracom.io`. */
  readonly endpoint: string
  /** Hosts that may be called besides the sandbox and loopback. */
  readonly allowHosts?: readonly string[]
  /** Language of the API's messages; `en` unless told. */
  readonly language?: 'en' | 'ja'
  /** Time for one request, in milliseconds; 30,000 unless told. */
  readonly callTimeoutMs?: number
  /** Time for a call with everything that repeats it, in milliseconds; 120,000 unless told. */
  readonly deadlineMs?: number
  /** How many requests may be under way at once; 32 unless told. */
  readonly maxInFlight?: number
  /** How often a call is sent at most, where it may be sent again; 10 unless told, 1 for never again. */
  readonly retry?: { readonly attempts?: number }
  /** Headers of one's own for every call. */
  readonly headers?: Readonly<Record<string, string>>
  /** Gives all calls up; see `withSignal`. */
  readonly signal?: AbortSignal
  /** Hears of every request. */
  readonly onCall?: (event: CallEvent) => void
  /** Waits until one more request may be sent: how a rate is kept that several clients or processes share. */
  readonly pace?: (signal?: AbortSignal) => Promise<void>
  /** Gives a target up that is down, for several clients or processes together. Nothing unless told. */
  readonly retryBudget?: RetryBudget
  /** Stands in for the network; got unless told. */
  readonly transport?: Transport
  /** Stands in for the time, so that a test of a long wait is short. */
  readonly clock?: ClientClock
}

/** Options as the code reads them. */
export interface NormalizedOptions {
  readonly endpoint: string
  readonly language: 'en' | 'ja'
  readonly callTimeoutMs: number
  readonly deadlineMs: number
  readonly maxInFlight: number
  readonly mostAttempts: number
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly onCall: (event: CallEvent) => void
  readonly clock: ClientClock
  readonly retryBudget: RetryBudget | undefined
}

// The longest that a timer of Node waits.
const longestMs = 2 ** 31 - 1

/**
 * Fills in what is left out and checks the rest.
 *
 * @throws {RangeError} that names the option, the wish and the value.
 */
export function normalizeOptions(options: ClientOptions): NormalizedOptions {
  const { endpoint, language = 'en', headers = {}, onCall = () => {}, clock = systemClock } = options
  const { callTimeoutMs = 30_000, deadlineMs = 120_000, maxInFlight = 32, retry: { attempts = 10 } = {} } = options
  for (const [name, value] of Object.entries({ callTimeoutMs, deadlineMs, maxInFlight, 'retry.attempts': attempts })) {
    if (Number.isInteger(value) && value >= 1 && value <= longestMs) continue
    throw new RangeError(
      `${name} must be a whole number from 1 to ${longestMs}, not ${String(value)} (${typeof value}).`,
    )
  }
  if (language !== 'en' && language !== 'ja') {
    throw new RangeError(`language must be "en" or "ja", not ${JSON.stringify(language)} (${typeof language}).`)
  }
  const ownHeaders = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return Object.freeze({
    endpoint: endpoint.replace(/\/+$/, '').replace(/\/v1$/, ''),
    language,
    callTimeoutMs,
    deadlineMs,
    maxInFlight,
    mostAttempts: attempts,
    headers: Object.freeze(Object.fromEntries(ownHeaders)),
    onCall,
    clock,
    retryBudget: options.retryBudget,
  })
}

const systemClock: ClientClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}),
}
