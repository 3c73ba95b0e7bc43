import type { RateCard } from '@soracom-fixtures/api/billing'
import type { Declaration } from '../declare/declaration.ts'
import { type CreateContext, defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { withHidden } from '../kit/redacted.ts'
import { type AirSums, type AirTraffic, checkAirTraffic, toAirSums } from './air-traffic.ts'
import { type ExpectedAmounts, expectAmounts } from './expect-amounts.ts'
import { insertAirPoints } from './insert-air-points.ts'
import { shareHiding } from './share-hiding.ts'
import { checkSubscriber, type StatsSpan, type StatsTimes, toClaims, toPoints, toSpan } from './stats-points.ts'
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
  calls: (options) => toPoints(options).points.length,
  check: checkOptions,
  claims: (options) => toClaims('Air', options),
  create: insertStats,
  share: shareHiding<AirStats, 'subscriber'>('subscriber'),
})

async function insertStats(
  context: CreateContext<AirStatsOptions, { readonly subscriber: Declaration<Subscriber> }>,
): Promise<AirStats> {
  const { options, needs } = context
  const { subscriber } = needs
  const { points } = toPoints(options)
  await insertAirPoints(context, subscriber, points)
  const expectedAmounts = await expectAmounts(subscriber, { air: points }, options.tariff)
  const { imsi } = subscriber
  return Object.freeze(withHidden({ imsi, ...toSpan(points), ...toAirSums(points), expectedAmounts }, { subscriber }))
}

function checkOptions(options: AirStatsOptions): string[] {
  const { points, problems } = toPoints(options)
  const found = new Set([...checkSubscriber(options), ...problems])
  for (const { traffic } of points) for (const problem of checkAirTraffic(traffic)) found.add(problem)
  return [...found]
}
