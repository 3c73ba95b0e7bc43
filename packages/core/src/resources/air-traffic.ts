import { type AirStatsRow, type SpeedClass, speedClasses } from '@soracom-fixtures/api'
import type { PlannedPoint } from './stats-points.ts'
import { sumByPeriod } from './sum-by-period.ts'

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

/** Bytes and packets in all. */
export interface AirTotals {
  readonly uploadBytes: number
  readonly downloadBytes: number
  readonly uploadPackets: number
  readonly downloadPackets: number
}

/** Totals by speed class. */
export type AirTotalsBySpeedClass = Readonly<Partial<Record<SpeedClass, AirTotals>>>

/** What the points of a seed have together. */
export interface AirSums {
  readonly totals: AirTotals
  readonly totalsBySpeedClass: AirTotalsBySpeedClass
  /** By `yyyy-MM-dd` in UTC. */
  readonly totalsByDay: Readonly<Record<string, AirTotalsBySpeedClass>>
  /** By `yyyy-MM` in UTC. */
  readonly totalsByMonth: Readonly<Record<string, AirTotalsBySpeedClass>>
}

// Bytes that a packet is taken to carry where the packets are not given: an Ethernet frame's usual payload.
const packetBytes = 1500
const trafficNames = ['upload', 'download', 'uploadPackets', 'downloadPackets']
const noTraffic: AirTotals = Object.freeze({ uploadBytes: 0, downloadBytes: 0, uploadPackets: 0, downloadPackets: 0 })

/** Sums points up. */
export function toAirSums(points: readonly PlannedPoint<AirTraffic>[]): AirSums {
  const { all, byDay, byMonth } = sumByPeriod(points, toTotalsBySpeedClass, addByClass)
  return {
    totals: Object.values(all ?? {}).reduce(add, noTraffic),
    totalsBySpeedClass: all ?? {},
    totalsByDay: byDay,
    totalsByMonth: byMonth,
  }
}

/** Traffic as the API takes and gives it. */
export function toAirWire(traffic: AirTraffic): AirStatsRow['dataTrafficStatsMap'] {
  const entries = Object.entries(toTotalsBySpeedClass(traffic)).map(([speedClass, totals]) => {
    const counts = {
      uploadByteSizeTotal: totals.uploadBytes,
      downloadByteSizeTotal: totals.downloadBytes,
      uploadPacketSizeTotal: totals.uploadPackets,
      downloadPacketSizeTotal: totals.downloadPackets,
    }
    return [speedClass, counts]
  })
  return Object.fromEntries(entries)
}

/** What is wrong with traffic, a sentence each. */
export function checkAirTraffic(traffic: AirTraffic | undefined): string[] {
  const problems: string[] = []
  for (const [speedClass, ofClass] of Object.entries(traffic ?? {}) as [SpeedClass, AirTrafficOfClass][]) {
    if (!speedClasses.includes(speedClass)) {
      problems.push(`speed class ${JSON.stringify(speedClass)} is unknown; there are ${speedClasses.join(', ')}`)
    }
    for (const [name, amount] of Object.entries(ofClass ?? {})) {
      if (!trafficNames.includes(name)) {
        problems.push(`${JSON.stringify(name)} of ${speedClass} is unknown; there are ${trafficNames.join(', ')}`)
      } else if (!Number.isSafeInteger(amount) || amount < 0) {
        problems.push(`${name} of ${speedClass} must be a whole number from 0, not ${amount}`)
      }
    }
  }
  return problems
}

function toTotalsBySpeedClass(traffic: AirTraffic): AirTotalsBySpeedClass {
  return Object.fromEntries(Object.entries(traffic).map(([speedClass, ofClass]) => [speedClass, toTotals(ofClass)]))
}

function toTotals(traffic: AirTrafficOfClass = {}): AirTotals {
  const { upload: uploadBytes = 0, download: downloadBytes = 0 } = traffic
  return {
    uploadBytes,
    downloadBytes,
    uploadPackets: traffic.uploadPackets ?? Math.ceil(uploadBytes / packetBytes),
    downloadPackets: traffic.downloadPackets ?? Math.ceil(downloadBytes / packetBytes),
  }
}

function addByClass(a: AirTotalsBySpeedClass, b: AirTotalsBySpeedClass): AirTotalsBySpeedClass {
  const sums: Partial<Record<SpeedClass, AirTotals>> = { ...a }
  for (const [speedClass, totals] of Object.entries(b) as [SpeedClass, AirTotals][]) {
    sums[speedClass] = add(sums[speedClass] ?? noTraffic, totals)
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
