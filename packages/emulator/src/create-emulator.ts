import { randomBytes } from 'node:crypto'
import { createRequestLog, type LogFilter } from './control/request-log.ts'
import { type EmulatorCounts, toCounts } from './control/to-counts.ts'
import type { LogEntry } from './control/to-log-entry.ts'
import { createFaults, type EmulatorFaults } from './guards/faults.ts'
import { createRateLimiter } from './guards/rate-limiter.ts'
import { createApp } from './http/app.ts'
import type { EmulatorReply, EmulatorRequest } from './http/message.ts'
import { type EmulatorOptions, toRateLimit, toSettings, toWholeNumber } from './options.ts'
import { publishedRateCard } from './rules/billing/published-rate-card.ts'
import { toConsistency } from './rules/to-consistency.ts'
import { createTokenSigner } from './rules/token-signer.ts'
import { createClock, type EmulatorClock } from './state/clock.ts'
import { createIdSource } from './state/id-source.ts'
import { createWorld } from './state/world.ts'

/** What a running emulator shows of itself, and what can be done to it from outside of the API. */
export interface EmulatorControl {
  readonly clock: EmulatorClock
  readonly faults: EmulatorFaults
  /** What `adversarial` reads are drawn from: give it again to repeat them. */
  readonly seed: string
  counts(): EmulatorCounts
  /**
   * The last calls of the API, oldest first, without secrets.
   *
   * @example emulator.log({ operationId: 'createGroup' }).map(({ status, test }) => [test, status])
   * @throws {RangeError} when `since` is no time.
   */
  log(filter?: LogFilter): LogEntry[]
}

/** An emulator without a socket. */
export interface EmulatorApp extends EmulatorControl {
  /** Answers one request. */
  handle(request: EmulatorRequest): EmulatorReply | Promise<EmulatorReply>
}

/**
 * Makes an emulator that is called as a function, without a socket.
 *
 * @example
 * const emulator = createEmulator({ startTime: '2026-11-01T00:00:00Z' })
 * const { status, body } = await emulator.handle({ method: 'GET', url: '/v1/products' })
 * @throws {TypeError} for an option that does not do.
 */
export function createEmulator(options: EmulatorOptions = {}): EmulatorApp {
  const seed = options.seed ?? randomBytes(6).toString('hex')
  const world = createWorld({
    clock: createClock(options.startTime),
    ids: createIdSource(options.seed),
    settings: toSettings(options.settings),
    productionKeys: options.authKeys,
    rateCard: options.rateCard ?? publishedRateCard,
    signToken: createTokenSigner(),
    consistency: toConsistency(options.consistency),
    draws: createIdSource(`${seed} draws`),
    seed,
  })
  const faults = createFaults(options.faults)
  const rateLimit = toRateLimit(options.rateLimit)
  const logSize = toWholeNumber('logSize', options.logSize ?? 1000, 0, 1_000_000)
  const log = logSize > 0 ? createRequestLog(logSize, world.clock.now) : undefined
  const handle = createApp(
    {
      world,
      faults,
      limiter: rateLimit && createRateLimiter(rateLimit),
      log,
      latencyMs: toWholeNumber('latencyMs', options.latencyMs ?? 0, 0, longestLatencyMs),
    },
    {
      allowedHosts: (options.allowedHosts ?? []).map((name) => name.toLowerCase()),
      controlPaths: options.controlPaths ?? true,
    },
  )
  return {
    handle,
    clock: world.clock,
    faults,
    seed,
    counts: () => toCounts(world),
    log: (filter) => log?.entries(filter) ?? [],
  }
}

const longestLatencyMs = 600_000
