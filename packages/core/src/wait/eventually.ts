import { describeCause } from '../errors/describe-cause.ts'
import { FixtureWaitError } from '../errors/wait-error.ts'
import { currentStep } from '../events/current-step.ts'
import { describeValue } from '../kit/describe-value.ts'
import { NotYet } from './not-yet.ts'
import { createObservations } from './observations.ts'

/** What is waited for, how long and how often it is looked for. */
export interface EventuallyOptions<Value> {
  /**
   * Whether a value is what is waited for. Left out, the probe is an assertion: the wait ends when it no longer throws.
   */
  readonly until?: (value: Value) => boolean
  /** Whether a value is one that nothing good comes after; the wait ends at once. A text says why. */
  readonly fail?: (value: Value) => boolean | string
  /** Whether an error of the probe means "not yet", such as a 404. With `until`, every other error ends the wait. */
  readonly pendingOn?: (error: unknown) => boolean
  /** Milliseconds between two looks; 250 unless told. */
  readonly every?: number
  /** Milliseconds in all; 30,000 unless told. */
  readonly timeout?: number
  /** How many looks in a row must find it; 1 unless told. */
  readonly stable?: number
  /** What is waited for, as the message names it. */
  readonly what?: string
  readonly signal?: AbortSignal
}

/**
 * Looks until a value is what is waited for, or until an assertion holds. Costs nothing where it is so at once.
 *
 * @throws {FixtureWaitError} FIXTURE_WAIT_TIMEOUT with the last states seen and their ages, or FIXTURE_WAIT_FAILED when
 * `fail` says so.
 * @example
 * const bill = await eventually(() => fx.shop.client.bills.latest(), { until: (bill) => bill.amount > 0 })
 * await eventually(async () => expect(await countMeters()).toBe(3), { timeout: 5_000 })
 */
export async function eventually<Value>(
  probe: () => Value | Promise<Value>,
  options: EventuallyOptions<Value> = {},
): Promise<Value> {
  const { until, fail, pendingOn, every = 250, timeout = 30_000, stable = 1, signal } = options
  const what = options.what ?? (until ? 'the value waited for' : 'the assertion to hold')
  const startedMs = performance.now()
  const seen = createObservations()
  const step = currentStep()
  let looks = 0
  let inARow = 0
  let last: unknown

  async function look(): Promise<Value> {
    looks += 1
    const value = await probeOnce()
    last = value
    const reason = fail?.(value)
    if (reason) throw ended('FIXTURE_WAIT_FAILED', typeof reason === 'string' ? reason : 'that state is final')
    inARow = !until || until(value) ? inARow + 1 : 0
    note(inARow > 0 ? `${describeValue(value)} (held ${inARow} of ${stable})` : describeValue(value))
    if (inARow < stable) throw new NotYet()
    return value
  }

  // Remembers a state, also for the fixture whose work this wait may be.
  function note(state: string): void {
    seen.add(state, performance.now())
    if (step) step.lastSeen = `${what}: ${state}`
  }

  // An error of the probe is "not yet" for an assertion, and where pendingOn says so.
  async function probeOnce(): Promise<Value> {
    try {
      return await probe()
    } catch (error) {
      if (pendingOn ? !pendingOn(error) : until !== undefined) throw error
      inARow = 0
      note(`it threw ${describeCause(error)}`)
      throw new NotYet(error)
    }
  }

  function ended(code: 'FIXTURE_WAIT_TIMEOUT' | 'FIXTURE_WAIT_FAILED', why: string, cause?: unknown): FixtureWaitError {
    const nowMs = performance.now()
    if (code === 'FIXTURE_WAIT_FAILED') seen.add(describeValue(last), nowMs)
    const headline = `Waited ${((nowMs - startedMs) / 1000).toFixed(1)} s (${looks} looks) for ${what}; ${why}.`
    const lines = ['Last seen, the latest at the end:', ...seen.toLines(nowMs)].map((line) => `  ${line}`)
    return new FixtureWaitError(code, [headline, ...lines].join('\n'), { lastSeen: last, cause })
  }

  try {
    signal?.throwIfAborted()
    return await look()
  } catch (error) {
    if (!NotYet.is(error)) throw error
  }
  // What repeats the look is loaded by those alone who have to wait.
  const { lookAgain } = await import('./look-again.ts')
  try {
    return await lookAgain(look, { everyMs: every, timeoutMs: timeout, signal })
  } catch (error) {
    throw NotYet.is(error) ? ended('FIXTURE_WAIT_TIMEOUT', 'it took too long', error.cause) : error
  }
}
