import pRetry, { AbortError } from 'p-retry'
import { FixtureError } from '../errors/fixture-error.ts'

/** How long and how often to look. */
export interface EventuallyOptions<Value> {
  /** Whether a value is what was waited for; any value is unless told. */
  readonly until?: (value: Value) => boolean
  /** Milliseconds between two looks; 250 unless told. */
  readonly everyMs?: number
  /** Milliseconds in all; 30,000 unless told. */
  readonly timeoutMs?: number
  /** What is waited for, as the message names it. */
  readonly what?: string
  readonly signal?: AbortSignal
}

/**
 * Looks until a value is what was waited for. Costs nothing where it is so at once. An error that the probe throws ends
 * the wait at once.
 *
 * @throws {FixtureError} FIXTURE_WAIT_TIMEOUT with the last value seen.
 * @example
 * const bill = await eventually(() => fx.shop.client.bills.latest(), { until: (bill) => bill.amount > 0 })
 */
export async function eventually<Value>(
  probe: () => Value | Promise<Value>,
  options: EventuallyOptions<Value> = {},
): Promise<Value> {
  const { until = () => true, everyMs = 250, timeoutMs = 30_000, what = 'the value waited for', signal } = options
  const startedMs = performance.now()
  let seen: Value | undefined
  let looks = 0
  const look = async (): Promise<Value> => {
    looks += 1
    const value = await probe()
    seen = value
    if (!until(value)) throw new NotYet()
    return value
  }
  try {
    return await pRetry(
      async () => {
        try {
          return await look()
        } catch (error) {
          // Whatever is not "not yet" ends the wait; wrapped, since errors of another realm are no Error here.
          throw error instanceof NotYet ? error : new AbortError(new ProbeFailed(error))
        }
      },
      {
        retries: Number.POSITIVE_INFINITY,
        factor: 1,
        minTimeout: everyMs,
        maxTimeout: everyMs,
        maxRetryTime: timeoutMs,
        ...(signal ? { signal } : {}),
      },
    )
  } catch (error) {
    if (error instanceof ProbeFailed) throw error.cause
    if (!(error instanceof NotYet)) throw error
    const tookMs = Math.round(performance.now() - startedMs)
    throw new FixtureError(
      'FIXTURE_WAIT_TIMEOUT',
      `Waited ${tookMs} ms (${looks} looks) for ${what}; last seen: ${JSON.stringify(seen)?.slice(0, 300)}`,
    )
  }
}

class NotYet extends Error {}

class ProbeFailed extends Error {
  constructor(cause: unknown) {
    super('The probe failed.', { cause })
  }
}
