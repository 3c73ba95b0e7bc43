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
  readonly attempt: number
  /** UNIX milliseconds. */
  readonly startedAtMs: number
  readonly durationMs: number
  /** HTTP status; `undefined` where no answer came. */
  readonly status: number | undefined
  readonly apiCode: string | undefined
  /** The system's code where no answer came, such as ECONNREFUSED. */
  readonly failure: string | undefined
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
  /** How many calls may be under way at once; 32 unless told. */
  readonly maxInFlight?: number
  /** Headers of one's own for every call. */
  readonly headers?: Readonly<Record<string, string>>
  /** Hears of every request. */
  readonly onCall?: (event: CallEvent) => void
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
  readonly headers: Readonly<Record<string, string>>
  readonly onCall: (event: CallEvent) => void
  readonly clock: ClientClock
}

const defaults = { language: 'en', callTimeoutMs: 30_000, deadlineMs: 120_000, maxInFlight: 32, headers: {} } as const

/**
 * Fills in what is left out and checks the rest.
 *
 * @throws {RangeError} that names the option, the wish and the value.
 */
export function normalizeOptions(options: ClientOptions): NormalizedOptions {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
  const { endpoint, language, callTimeoutMs, deadlineMs, maxInFlight, headers, onCall, clock } = {
    ...defaults,
    onCall: () => {},
    clock: systemClock,
    ...(given as unknown as ClientOptions),
  }
  for (const [name, value] of Object.entries({ callTimeoutMs, deadlineMs, maxInFlight })) {
    if (Number.isInteger(value) && value >= 1) continue
    throw new RangeError(`${name} must be a whole number from 1, not ${String(value)} (${typeof value}).`)
  }
  return Object.freeze({
    endpoint: endpoint.replace(/\/+$/, '').replace(/\/v1$/, ''),
    language,
    callTimeoutMs,
    deadlineMs,
    maxInFlight,
    headers: Object.freeze({ ...headers }),
    onCall,
    clock,
  })
}

const systemClock: ClientClock = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}),
}
