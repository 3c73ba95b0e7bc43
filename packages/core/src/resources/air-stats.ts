import { type AirStatsRow, type SpeedClass, speedClasses } from '@soracom-fixtures/api'
import type { Declaration } from '../declare/declaration.ts'
import { type CreateContext, defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { withHidden } from '../kit/redacted.ts'
import { insertPoints } from './insert-points.ts'
import { shareHiding } from './share-hiding.ts'
import {
  checkSubscriber,
  type PlannedPoint,
  type StatsSpan,
  type StatsTimes,
  toClaims,
  toPoints,
  toSpan,
} from './stats-points.ts'
import type { Subscriber } from './subscriber-handle.ts'

/** Traffic of one speed class, up (from the SIM) and down. Left out is 0; packets follow from the bytes unless given. */
export interface AirTrafficOfClass {
  /** Bytes. */
  readonly upload?: number
  /** Bytes. */
  readonly download?: number
  readonly uploadPackets?: number
  readonly downloadPackets?: number
}

/** Traffic by speed class. */
export type AirTraffic = { readonly [Class in SpeedClass]?: AirTrafficOfClass }

/** What Air stats are declared with. */
export type AirStatsOptions = { readonly subscriber: Declaration<Subscriber> } & StatsTimes<AirTraffic>

/** Bytes and packets in all. */
export interface AirTotals {
  readonly uploadBytes: number
  readonly downloadBytes: number
  readonly uploadPackets: number
  readonly downloadPackets: number
}

/** Air stats that were seeded. */
export interface AirStats extends StatsSpan {
  readonly imsi: string
  readonly totals: AirTotals
  readonly totalsBySpeedClass: Readonly<Partial<Record<SpeedClass, AirTotals>>>
  /** The SIM that they were seeded for. Not printed. */
  readonly subscriber: Subscriber
}

/** Declared Air stats. */
export type AirStatsDeclaration = Declaration<AirStats, AirStatsOptions, never>

const trafficNames = ['upload', 'download', 'uploadPackets', 'downloadPackets']

// Bytes that a packet is taken to carry where the packets are not given: an Ethernet frame's usual payload.
const packetBytes = 1500

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
  const { options, needs, signal } = context
  const { subscriber } = needs
  const { imsi } = subscriber
  const client = subscriber.operator.client.withSignal(signal)
  const { points } = toPoints(options)
  await insertPoints(context, points, {
    insert: ({ unixtimeSeconds, traffic }) =>
      client.sandbox.insertAirStats(imsi, { unixtime: unixtimeSeconds, dataTrafficStatsMap: toWire(traffic) }),
    async isThere({ unixtimeSeconds, traffic }) {
      const [row] = await client.stats.air(imsi, { from: unixtimeSeconds, to: unixtimeSeconds, period: 'day' })
      return row !== undefined && holds(row.dataTrafficStatsMap, toWire(traffic))
    },
  })
  const totalsBySpeedClass = sumBySpeedClass(points)
  return Object.freeze(
    withHidden(
      {
        imsi,
        ...toSpan(points),
        totals: Object.values(totalsBySpeedClass).reduce(add, noTraffic),
        totalsBySpeedClass,
      },
      { subscriber },
    ),
  )
}

const noTraffic: AirTotals = Object.freeze({ uploadBytes: 0, downloadBytes: 0, uploadPackets: 0, downloadPackets: 0 })

function toTotals(traffic: AirTrafficOfClass = {}): AirTotals {
  const { upload: uploadBytes = 0, download: downloadBytes = 0 } = traffic
  return {
    uploadBytes,
    downloadBytes,
    uploadPackets: traffic.uploadPackets ?? Math.ceil(uploadBytes / packetBytes),
    downloadPackets: traffic.downloadPackets ?? Math.ceil(downloadBytes / packetBytes),
  }
}

function toWire(traffic: AirTraffic): AirStatsRow['dataTrafficStatsMap'] {
  const entries = Object.entries(traffic).map(([speedClass, ofClass]) => {
    const { uploadBytes, downloadBytes, uploadPackets, downloadPackets } = toTotals(ofClass)
    const counts = {
      uploadByteSizeTotal: uploadBytes,
      downloadByteSizeTotal: downloadBytes,
      uploadPacketSizeTotal: uploadPackets,
      downloadPacketSizeTotal: downloadPackets,
    }
    return [speedClass, counts]
  })
  return Object.fromEntries(entries)
}

function holds(all: AirStatsRow['dataTrafficStatsMap'], part: AirStatsRow['dataTrafficStatsMap']): boolean {
  return Object.entries(part).every(([speedClass, counts]) =>
    (Object.entries(counts) as [keyof typeof counts, number][]).every(
      ([name, count]) => (all[speedClass]?.[name] ?? 0) >= count,
    ),
  )
}

function sumBySpeedClass(points: readonly PlannedPoint<AirTraffic>[]): Partial<Record<SpeedClass, AirTotals>> {
  const sums: Partial<Record<SpeedClass, AirTotals>> = {}
  for (const { traffic } of points) {
    for (const [speedClass, ofClass] of Object.entries(traffic) as [SpeedClass, AirTrafficOfClass][]) {
      sums[speedClass] = add(sums[speedClass] ?? noTraffic, toTotals(ofClass))
    }
  }
  return sums
}

function add(a: AirTotals, b: AirTotals): AirTotals {
  return {
    uploadBytes: a.uploadBytes + b.uploadBytes,
    downloadBytes: a.downloadBytes + b.downloadBytes,
    uploadPackets: a.uploadPackets + b.uploadPackets,
    downloadPackets: a.downloadPackets + b.downloadPackets,
  }
}

function checkOptions(options: AirStatsOptions): string[] {
  const { points, problems } = toPoints(options)
  const found = new Set([...checkSubscriber(options), ...problems])
  for (const { traffic } of points) {
    for (const [speedClass, ofClass] of Object.entries(traffic ?? {}) as [SpeedClass, AirTrafficOfClass][]) {
      if (!speedClasses.includes(speedClass)) {
        found.add(`speed class ${JSON.stringify(speedClass)} is unknown; there are ${speedClasses.join(', ')}`)
      }
      for (const [name, amount] of Object.entries(ofClass ?? {})) {
        if (!trafficNames.includes(name)) {
          found.add(`${JSON.stringify(name)} of ${speedClass} is unknown; there are ${trafficNames.join(', ')}`)
        } else if (!Number.isSafeInteger(amount) || amount < 0) {
          found.add(`${name} of ${speedClass} must be a whole number from 0, not ${amount}`)
        }
      }
    }
  }
  return [...found]
}
