import { randomBytes } from 'node:crypto'
import { assertRateCard, publishedRateCard } from '@soracom-fixtures/api/billing'
import { reset } from './control/change-state.ts'
import { createRequestLog, type LogFilter } from './control/request-log.ts'
import { type EmulatorCounts, toCounts } from './control/to-counts.ts'
import type { LogEntry } from './control/to-log-entry.ts'
import { createFaults, type EmulatorFaults } from './guards/faults.ts'
import { createRateLimiter } from './guards/rate-limiter.ts'
import { createApp } from './http/app.ts'
import { type EmulatorReply, type EmulatorRequest, type ReceivedRequest, toReceived } from './http/message.ts'
import { type EmulatorOptions, toRateLimit, toSettings, toWholeNumber } from './options.ts'
import { createLinesCache } from './rules/billing/lines-cache.ts'
import { toConsistency } from './rules/to-consistency.ts'
import { createTokenSigner } from './rules/token-signer.ts'
import { createClock, type EmulatorClock } from './state/clock.ts'
import { createIdSource } from './state/id-source.ts'
import { restoreSnapshot, toDrawsSeed } from './state/snapshot/restore-snapshot.ts'
import { type EmulatorSnapshot, takeSnapshot } from './state/snapshot/take-snapshot.ts'
import { createWorld, type World } from './state/world.ts'

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
  /**
   * The whole state, as data that JSON can hold, with its passwords, keys and tokens.
   *
   * @example const copy = createEmulator({ snapshot: emulator.snapshot() })
   */
  snapshot(): EmulatorSnapshot
  /**
   * Puts the state of a snapshot in the place of the present one; the clock goes to its time, also back.
   *
   * @throws {TypeError} for what is no snapshot.
   */
  restore(snapshot: EmulatorSnapshot): void
  /** Empties the world and the log. The clock, the ids and the faults stay as they are. */
  reset(): void
}

/** An emulator without a socket. */
export interface EmulatorApp extends EmulatorControl {
  /** Answers one request. */
  handle(request: EmulatorRequest): EmulatorReply | Promise<EmulatorReply>
}

/** An emulator behind a server. */
export interface ServedApp extends EmulatorControl {
  handle(request: ReceivedRequest): EmulatorReply | Promise<EmulatorReply>
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
  const emulator = openEmulator(options)
  return {
    ...emulator,
    handle: (request) => emulator.handle(toReceived(request)),
    get seed() {
      return emulator.seed
    },
  }
}

/** The same for a server. */
export function openEmulator(options: EmulatorOptions): ServedApp {
  const world = openWorld(options)
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
    clock: { now: world.clock.now, advance: world.clock.advance, set: world.clock.set },
    faults,
    get seed() {
      return world.seed
    },
    counts: () => toCounts(world),
    log: (filter) => log?.entries(filter) ?? [],
    snapshot: () => takeSnapshot(world),
    restore: (snapshot) => restoreSnapshot(world, snapshot),
    reset: () => reset({ world, log }),
  }
}

const longestLatencyMs = 600_000

// An empty world, or that of a snapshot.
function openWorld({ snapshot, ...options }: EmulatorOptions): World {
  const seed = options.seed ?? randomBytes(6).toString('hex')
  const seeded = { ids: createIdSource(options.seed), draws: createIdSource(toDrawsSeed(seed)), seed }
  const world = createWorld({
    ...seeded,
    clock: createClock(options.startTime),
    settings: toSettings(options.settings),
    productionKeys: options.authKeys,
    rateCard: options.rateCard ? assertRateCard(options.rateCard) : publishedRateCard,
    billLines: createLinesCache(),
    signToken: createTokenSigner(),
    consistency: toConsistency(options.consistency),
  })
  if (snapshot === undefined) return world
  restoreSnapshot(world, snapshot)
  if (options.seed !== undefined && options.seed !== snapshot.seed) Object.assign(world, seeded)
  if (options.startTime !== undefined) world.clock.set(options.startTime)
  return world
}
