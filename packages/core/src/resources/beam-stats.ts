import { type BeamProtocol, beamProtocols } from '@soracom-fixtures/api'
import type { Declaration } from '../declare/declaration.ts'
import { type CreateContext, defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { withHidden } from '../kit/redacted.ts'
import { insertPoints } from './insert-points.ts'
import { shareHiding } from './share-hiding.ts'
import { checkSubscriber, type StatsSpan, type StatsTimes, toClaims, toPoints, toSpan } from './stats-points.ts'
import type { Subscriber } from './subscriber-handle.ts'

/** Requests by protocol, inwards (from the SIM) and outwards. */
export type BeamTraffic = { readonly [Protocol in BeamProtocol]?: number }

/** What Beam stats are declared with. */
export type BeamStatsOptions = { readonly subscriber: Declaration<Subscriber> } & StatsTimes<BeamTraffic>

/** Beam stats that were seeded. */
export interface BeamStats extends StatsSpan {
  readonly imsi: string
  /** Requests in all, by protocol. */
  readonly totals: BeamTraffic
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
  calls: (options) => toPoints(options).points.length,
  check: checkOptions,
  claims: (options) => toClaims('Beam', options),
  create: insertStats,
  share: shareHiding<BeamStats, 'subscriber'>('subscriber'),
})

async function insertStats(
  context: CreateContext<BeamStatsOptions, { readonly subscriber: Declaration<Subscriber> }>,
): Promise<BeamStats> {
  const { options, needs, signal } = context
  const { subscriber } = needs
  const { imsi } = subscriber
  const client = subscriber.operator.client.withSignal(signal)
  const { points } = toPoints(options)
  await insertPoints(context, points, {
    insert: ({ unixtimeSeconds, traffic }) =>
      client.sandbox.insertBeamStats(imsi, {
        unixtime: unixtimeSeconds,
        beamStatsMap: Object.fromEntries(Object.entries(traffic).map(([protocol, count]) => [protocol, { count }])),
      }),
    async isThere({ unixtimeSeconds, traffic }) {
      const [row] = await client.stats.beam(imsi, { from: unixtimeSeconds, to: unixtimeSeconds, period: 'day' })
      const { beamStatsMap: all } = row ?? {}
      return all !== undefined && Object.entries(traffic).every(([name, count]) => (all[name]?.count ?? 0) >= count)
    },
  })
  const totals: { [Protocol in BeamProtocol]?: number } = {}
  for (const { traffic } of points) {
    for (const [protocol, count] of Object.entries(traffic) as [BeamProtocol, number][]) {
      totals[protocol] = (totals[protocol] ?? 0) + count
    }
  }
  return Object.freeze(
    withHidden(
      {
        imsi,
        ...toSpan(points),
        totals: Object.freeze(totals),
      },
      { subscriber },
    ),
  )
}

function checkOptions(options: BeamStatsOptions): string[] {
  const { points, problems } = toPoints(options)
  const found = new Set([...checkSubscriber(options), ...problems])
  for (const { traffic } of points) {
    for (const [protocol, count] of Object.entries(traffic ?? {}) as [BeamProtocol, number][]) {
      if (!beamProtocols.includes(protocol)) {
        found.add(`protocol ${JSON.stringify(protocol)} is unknown; there are ${beamProtocols.join(', ')}`)
      }
      if (!Number.isSafeInteger(count) || count < 0) {
        found.add(`the count of ${protocol} must be a whole number from 0, not ${count}`)
      }
    }
  }
  return [...found]
}
