import type { SubscriberStatus } from '@soracom-fixtures/api'
import type { MatcherContext, MatcherOptions, MatcherResult } from './matcher.ts'
import type { ExpectedBill } from './to-be-billed.ts'
import type { ExpectedAirTraffic } from './to-have-air-traffic.ts'
import type { ExpectedBeamCount } from './to-have-beam-count.ts'

/**
 * Matchers for `expect.extend` of Vitest and Jest. Each looks at the target until what is expected is there, so that
 * `await` belongs before `expect`; what they do is loaded with their first use.
 */
export const fixtureMatchers: {
  readonly toHaveAirTraffic: Matcher<ExpectedAirTraffic>
  readonly toHaveBeamCount: Matcher<ExpectedBeamCount>
  readonly toBeBilled: Matcher<ExpectedBill>
  readonly toHaveCouponBalance: Matcher<number>
  readonly toHaveSubscriberStatus: Matcher<SubscriberStatus>
} = Object.freeze({
  async toHaveAirTraffic(received, expected, options) {
    const { toHaveAirTraffic } = await import('./to-have-air-traffic.ts')
    return await toHaveAirTraffic(received, expected, { ...options, isNot: this.isNot })
  },
  async toHaveBeamCount(received, expected, options) {
    const { toHaveBeamCount } = await import('./to-have-beam-count.ts')
    return await toHaveBeamCount(received, expected, { ...options, isNot: this.isNot })
  },
  async toBeBilled(received, expected, options) {
    const { toBeBilled } = await import('./to-be-billed.ts')
    return await toBeBilled(received, expected, { ...options, isNot: this.isNot })
  },
  async toHaveCouponBalance(received, expected, options) {
    const { toHaveCouponBalance } = await import('./to-have-coupon-balance.ts')
    return await toHaveCouponBalance(received, expected, { ...options, isNot: this.isNot })
  },
  async toHaveSubscriberStatus(received, expected, options) {
    const { toHaveSubscriberStatus } = await import('./to-have-subscriber-status.ts')
    return await toHaveSubscriberStatus(received, expected, { ...options, isNot: this.isNot })
  },
})

/** The matchers as a test calls them; an adapter merges them into its runner's own. */
export interface FixtureMatchers<Result = unknown> {
  /**
   * A SIM has Air traffic: `{ day, traffic }`, `{ month, traffic }`, `{ days }` or a seed.
   *
   * @example
   * await expect(fx.meter).toHaveAirTraffic(fx.usage)
   * await expect(fx.meter).toHaveAirTraffic({ day: '2026-11-01', traffic: { 's1.fast': { upload: mib(5) } } })
   */
  toHaveAirTraffic(expected: ExpectedAirTraffic, options?: MatcherOptions): Promise<Result>
  /**
   * A SIM has Beam requests: `{ day, traffic }`, `{ month, traffic }`, `{ days }` or a seed.
   *
   * @example
   * await expect(fx.meter).toHaveBeamCount({ month: '2026-11', traffic: { inHttp: 700 } })
   */
  toHaveBeamCount(expected: ExpectedBeamCount, options?: MatcherOptions): Promise<Result>
  /**
   * An operator or a SIM is billed an amount, in a month or on a day, in all or of a bill item.
   *
   * @example
   * await expect(fx.shop).toBeBilled({ month: '2026-11', item: 'dailyDataTrafficChargeTotal', amount: 123 })
   */
  toBeBilled(expected: ExpectedBill, options?: MatcherOptions): Promise<Result>
  /**
   * A registered coupon has a balance.
   *
   * @example
   * await expect(fx.welcome).toHaveCouponBalance(349.5)
   */
  toHaveCouponBalance(expected: number, options?: MatcherOptions): Promise<Result>
  /**
   * A SIM is in a status now, whatever its handle told at the setup.
   *
   * @example
   * await expect(fx.meter).toHaveSubscriberStatus('inactive')
   */
  toHaveSubscriberStatus(expected: SubscriberStatus, options?: MatcherOptions): Promise<Result>
}

type Matcher<Expected> = (
  this: MatcherContext,
  received: unknown,
  expected: Expected,
  options?: MatcherOptions,
) => Promise<MatcherResult>
