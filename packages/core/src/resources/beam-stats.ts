import type { RateCard } from '@soracom-fixtures/api/billing'
import type { Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { rulesOf } from '../planning/rules-of.ts'
import type { BeamSums, BeamTraffic } from './beam-traffic.ts'
import type { ExpectedAmounts } from './expect-amounts.ts'
import { shareHiding } from './share-hiding.ts'
import type { StatsSpan, StatsTimes } from './stats-points.ts'
import type { Subscriber } from './subscriber-handle.ts'

/** What Beam stats are declared with. */
export type BeamStatsOptions = {
  readonly subscriber: Declaration<Subscriber>
  /** By which `expectedAmounts` is reckoned; the published figures unless told. */
  readonly tariff?: RateCard
} & StatsTimes<BeamTraffic>

/** Beam stats that were seeded. */
export interface BeamStats extends StatsSpan, BeamSums {
  readonly imsi: string
  readonly expectedAmounts: ExpectedAmounts
  /** The SIM that they were seeded for. Not printed. */
  readonly subscriber: Subscriber
}

/** Declared Beam stats. */
export type BeamStatsDeclaration = Declaration<BeamStats, BeamStatsOptions, never>

/**
 * Declares Beam stats of a SIM: counts of requests at one point of time, at several, in a series, or daily.
 *
 * @example
 * const beam = beamStats({ subscriber: meter, days: ['2026-11-01', '2026-11-07'], daily: { inHttp: 100, outHttps: 100 } })
 * const fx = useFixtures({ meter, beam })
 * test('a week of requests went out', () => {
 *   expect(fx.beam.totals.outHttps).toBe(700)
 * })
 */
export const beamStats: ResourceFactory<BeamStatsOptions, BeamStats> = defineResource({
  kind: 'beam stats',
  dependsOn: (options: BeamStatsOptions) => ({ subscriber: options.subscriber }),
  ...rulesOf(({ beamStatsRules }) => beamStatsRules),
  create: async (context) => await (await import('./insert-beam-stats.ts')).insertBeamStats(context),
  share: shareHiding<BeamStats, 'subscriber'>('subscriber'),
})
