import type { RateCard } from '@soracom-fixtures/api/billing'
import type { Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { rulesOf } from '../planning/rules-of.ts'
import type { AirSums, AirTraffic } from './air-traffic.ts'
import type { ExpectedAmounts } from './expect-amounts.ts'
import { shareHiding } from './share-hiding.ts'
import type { StatsSpan, StatsTimes } from './stats-points.ts'
import type { Subscriber } from './subscriber-handle.ts'

/** What Air stats are declared with. */
export type AirStatsOptions = {
  readonly subscriber: Declaration<Subscriber>
  /** By which `expectedAmounts` is reckoned; the published figures unless told. */
  readonly tariff?: RateCard
} & StatsTimes<AirTraffic>

/** Air stats that were seeded. */
export interface AirStats extends StatsSpan, AirSums {
  readonly imsi: string
  readonly expectedAmounts: ExpectedAmounts
  /** The SIM that they were seeded for. Not printed. */
  readonly subscriber: Subscriber
}

/** Declared Air stats. */
export type AirStatsDeclaration = Declaration<AirStats, AirStatsOptions, never>

/**
 * Declares Air stats of a SIM: traffic at one point of time, at several, in a series, or daily. The sandbox adds them up
 * to days and months in UTC at once.
 *
 * @example
 * const usage = airStats({
 *   subscriber: meter,
 *   days: ['2026-11-01', '2026-11-07'],
 *   daily: { 's1.fast': { upload: mib(5), download: mib(20) } },
 * })
 * const fx = useFixtures({ meter, usage })
 * test('a week went up', () => {
 *   expect(fx.usage.totals.uploadBytes).toBe(mib(35))
 * })
 */
export const airStats: ResourceFactory<AirStatsOptions, AirStats> = defineResource({
  kind: 'air stats',
  dependsOn: (options: AirStatsOptions) => ({ subscriber: options.subscriber }),
  ...rulesOf(({ airStatsRules }) => airStatsRules),
  create: async (context) => await (await import('./insert-air-stats.ts')).insertAirStats(context),
  share: shareHiding<AirStats, 'subscriber'>('subscriber'),
})
