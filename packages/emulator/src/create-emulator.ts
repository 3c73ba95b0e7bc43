import { publishedRateCard } from '@soracom-fixtures/api/billing'
import { type EmulatorCounts, toCounts } from './control/to-counts.ts'
import { createApp } from './http/app.ts'
import type { EmulatorReply, EmulatorRequest } from './http/message.ts'
import { type EmulatorOptions, toSettings, toWholeNumber } from './options.ts'
import { createTokenSigner } from './rules/token-signer.ts'
import { createClock, type EmulatorClock } from './state/clock.ts'
import { createIdSource } from './state/id-source.ts'
import { createWorld } from './state/world.ts'

/** An emulator without a socket. */
export interface EmulatorApp {
  /** Answers one request. */
  handle(request: EmulatorRequest): EmulatorReply | Promise<EmulatorReply>
  readonly clock: EmulatorClock
  counts(): EmulatorCounts
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
  const latencyMs = toWholeNumber('latencyMs', options.latencyMs ?? 0, 0, longestLatencyMs)
  const world = createWorld({
    clock: createClock(options.startTime),
    ids: createIdSource(options.seed),
    settings: toSettings(options.settings),
    productionKeys: options.authKeys,
    rateCard: options.rateCard ?? publishedRateCard,
    signToken: createTokenSigner(),
  })
  const allowedHosts = (options.allowedHosts ?? []).map((name) => name.toLowerCase())
  const handle = createApp(world, { allowedHosts })
  return {
    handle: latencyMs === 0 ? handle : (request) => later(handle(request), latencyMs),
    clock: world.clock,
    counts: () => toCounts(world),
  }
}

const longestLatencyMs = 600_000

// The call has its effect at once; its answer takes its time, as on a slow network.
function later(reply: EmulatorReply, latencyMs: number): Promise<EmulatorReply> {
  return new Promise((resolve) => setTimeout(resolve, latencyMs, reply))
}
