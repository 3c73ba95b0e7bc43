import { type BeamProtocol, beamProtocols } from '@soracom-fixtures/api'
import type { PlannedPoint } from './stats-points.ts'
import { sumByPeriod } from './sum-by-period.ts'

/** Requests by protocol, inwards (from the SIM) and outwards. */
export type BeamTraffic = { readonly [Protocol in BeamProtocol]?: number }

/** What the points of a seed have together. */
export interface BeamSums {
  /** Requests in all, by protocol. */
  readonly totals: BeamTraffic
  /** By `yyyy-MM-dd` in UTC. */
  readonly totalsByDay: Readonly<Record<string, BeamTraffic>>
  /** By `yyyy-MM` in UTC. */
  readonly totalsByMonth: Readonly<Record<string, BeamTraffic>>
}

/** Sums points up. */
export function toBeamSums(points: readonly PlannedPoint<BeamTraffic>[]): BeamSums {
  const { all, byDay, byMonth } = sumByPeriod(points, (traffic) => traffic, add)
  return { totals: Object.freeze({ ...all }), totalsByDay: byDay, totalsByMonth: byMonth }
}

/** What is wrong with traffic, a sentence each. */
export function checkBeamTraffic(traffic: BeamTraffic | undefined): string[] {
  const problems: string[] = []
  for (const [protocol, count] of Object.entries(traffic ?? {}) as [BeamProtocol, number][]) {
    if (!beamProtocols.includes(protocol)) {
      problems.push(`protocol ${JSON.stringify(protocol)} is unknown; there are ${beamProtocols.join(', ')}`)
    }
    if (!Number.isSafeInteger(count) || count < 0) {
      problems.push(`the count of ${protocol} must be a whole number from 0, not ${count}`)
    }
  }
  return problems
}

function add(a: BeamTraffic, b: BeamTraffic): BeamTraffic {
  const sums: { [Protocol in BeamProtocol]?: number } = { ...a }
  for (const [protocol, count] of Object.entries(b) as [BeamProtocol, number][]) {
    sums[protocol] = (sums[protocol] ?? 0) + count
  }
  return sums
}
