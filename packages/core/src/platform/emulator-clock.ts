import { sandboxHosts } from '@soracom-fixtures/api'
import type { Duration } from '../kit/time.ts'

/** The clock of an emulator. It only moves forward, and for every operator of it. */
export interface EmulatorClock {
  now(): Promise<Date>
  /** Moves it on; gives the time after it. */
  advance(duration: Duration): Promise<Date>
  /** Moves it on to a time. */
  set(time: Date): Promise<Date>
  /** Moves it on to the first moment of its next month in UTC, which closes this one. */
  closeMonth(): Promise<Date>
}

/**
 * The clock of the emulator that an operator or a platform is of: closes days and months, and lets tokens and SIMs expire.
 * The sandbox's time cannot be moved: there each call is an error that says so. Tests that share an emulator share its
 * clock.
 *
 * @example
 * const clock = emulatorClock(fx.shop)
 * await clock.closeMonth()
 * await expect(fx.shop).toBeBilled({ month: '2026-11', amount: 1320 })
 */
export function emulatorClock({ endpoint }: { readonly endpoint: string }): EmulatorClock {
  async function call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Date> {
    const { hostname } = new URL(endpoint)
    if ((sandboxHosts as readonly string[]).includes(hostname)) {
      throw new Error(
        `The clock of the sandbox (${hostname}) cannot be moved; only an emulator's can. ` +
          'Run this test with the target "emulator", or skip it where the endpoint is the sandbox.',
      )
    }
    const { callEmulator } = await import('./call-emulator.ts')
    // The host is the one that the operator was made at.
    const { nowMs } = await callEmulator<{ nowMs: number }>(endpoint, method, path, { body, allowHosts: [hostname] })
    return new Date(nowMs)
  }
  const set = async (time: Date) => await call('POST', 'clock/set', { time: time.toISOString() })
  return Object.freeze({
    now: async () => await call('GET', 'clock'),
    advance: async (duration: Duration) => await call('POST', 'clock/advance', duration),
    set,
    async closeMonth() {
      const now = await call('GET', 'clock')
      return await set(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)))
    },
  })
}
