import type { Claim, Declaration } from '../declare/declaration.ts'
import { type Duration, type Time, toSeconds, toUnixSeconds } from '../kit/time.ts'
import { type SpreadTotal, spreadTotal } from './spread-total.ts'

/** One point of time with what happened in it. */
export interface StatsPoint<Traffic> {
  /** A Date, ISO text, or UNIX seconds. */
  readonly at: Time
  readonly traffic: Traffic
}

/**
 * What a series repeats: the same traffic, or a function of the point's time and index. It is called while the set is
 * planned too, so it should give the same each time.
 */
export type TrafficOf<Traffic> = Traffic | ((at: Date, index: number) => Traffic)

/** When stats are seeded: one point, several, a series, a point a day, or a total that is spread. */
export type StatsTimes<Traffic> =
  | { readonly at: Time; readonly traffic: Traffic }
  | { readonly points: readonly StatsPoint<Traffic>[] }
  | {
      /** The first point. */
      readonly from: Time
      /** Where the series ends; no point stands there. */
      readonly to: Time
      readonly every: Duration
      readonly traffic: TrafficOf<Traffic>
    }
  | {
      /** The first and the last day, both included, as `yyyy-MM-dd` in UTC. A point stands at 00:00 UTC of each. */
      readonly days: readonly [first: string, last: string]
      readonly daily: TrafficOf<Traffic>
    }
  | SpreadTotal<Traffic>

/** A point as it is sent. */
export interface PlannedPoint<Traffic> {
  readonly unixtimeSeconds: number
  readonly traffic: Traffic
}

/** How many points a seed has, and where it lies. */
export interface StatsSpan {
  readonly points: number
  /** UNIX seconds of the earliest and the latest point. */
  readonly firstUnixtimeSeconds: number
  readonly lastUnixtimeSeconds: number
}

// A seed of more points than this is a mistake in `every` rather than a wish.
const mostPoints = 1_000_000
const daySeconds = 86_400

/** The points that options ask for, in order, or sentences that say what is wrong with them. */
export function toPoints<Traffic>(options: StatsTimes<Traffic>): {
  readonly points: readonly PlannedPoint<Traffic>[]
  readonly problems: readonly string[]
} {
  const problems: string[] = []
  const seconds = (name: string, time: Time): number => {
    const value = toUnixSeconds(time)
    if (typeof value === 'number') return value
    problems.push(`${name}: ${value}`)
    return Number.NaN
  }
  const points: PlannedPoint<Traffic>[] = []
  if ('points' in options) {
    if (!Array.isArray(options.points)) return { points, problems: ['points must be an array'] }
    for (const [index, { at, traffic }] of options.points.entries()) {
      points.push({ unixtimeSeconds: seconds(`points[${index}].at`, at), traffic })
    }
    if (points.length === 0) problems.push('points is empty; give at least one')
  } else if ('days' in options) {
    const [first, last] = [seconds('days[0]', options.days[0]), seconds('days[1]', options.days[1])]
    if (last < first) problems.push(`days: ${options.days[1]} lies before ${options.days[0]}`)
    for (let at = first - (first % daySeconds); at <= last; at += daySeconds) {
      points.push({ unixtimeSeconds: at, traffic: trafficAt(options.daily, at, points.length) })
    }
  } else if ('total' in options) {
    const span = { from: seconds('from', options.from), to: seconds('to', options.to) }
    return { points: spreadTotal(options, span, problems), problems }
  } else if ('from' in options) {
    return { points: toSeries(options, seconds, problems), problems }
  } else if ('at' in options) {
    points.push({ unixtimeSeconds: seconds('at', options.at), traffic: options.traffic })
  } else problems.push('it says no time; give at, points, from/to/every, days, or total/from/to/spread')
  return { points, problems }
}

/** What is wrong with the SIM that stats are for, for those whose compiler does not tell. */
export function checkSubscriber({ subscriber }: { readonly subscriber: unknown }): string[] {
  return subscriber === undefined ? ['subscriber is missing; give the declaration of a SIM'] : []
}

/** The points of time that only one seed of a SIM can have; those that are none are told as problems. */
export function toClaims(
  name: 'Air' | 'Beam',
  options: StatsTimes<unknown> & { readonly subscriber: Declaration },
): Claim[] {
  const { points } = toPoints(options)
  return points
    .filter(({ unixtimeSeconds }) => !Number.isNaN(unixtimeSeconds))
    .map(({ unixtimeSeconds }) => ({
      on: options.subscriber,
      key: `${name}:${unixtimeSeconds}`,
      // Only written for a clash; a seed may have half a million points.
      get what() {
        return `the ${name} stats at ${new Date(unixtimeSeconds * 1000).toISOString()}`
      },
      advice: adviceOnTime,
    }))
}

/** What mends two seeds of one SIM at one time. */
export const adviceOnTime =
  'Put both into one declaration, or move one by a second: a series may begin at any, such as from: ' +
  '"2026-11-01T00:00:01Z" with every: { days: 1 }.'

/** Sums up where points lie. */
export function toSpan(points: readonly PlannedPoint<unknown>[]): StatsSpan {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { unixtimeSeconds } of points) {
    first = Math.min(first, unixtimeSeconds)
    last = Math.max(last, unixtimeSeconds)
  }
  return { points: points.length, firstUnixtimeSeconds: first, lastUnixtimeSeconds: last }
}

function toSeries<Traffic>(
  options: { readonly from: Time; readonly to: Time; readonly every: Duration; readonly traffic: TrafficOf<Traffic> },
  seconds: (name: string, time: Time) => number,
  problems: string[],
): PlannedPoint<Traffic>[] {
  const [from, to, every] = [seconds('from', options.from), seconds('to', options.to), toSeconds(options.every)]
  const points: PlannedPoint<Traffic>[] = []
  if (!(Number.isInteger(every) && every >= 1)) problems.push('every must be one or more whole seconds')
  else if (to <= from) problems.push('to must lie after from')
  else if ((to - from) / every > mostPoints) problems.push(`the series has more than ${mostPoints} points`)
  else {
    for (let at = from; at < to; at += every) {
      points.push({ unixtimeSeconds: at, traffic: trafficAt(options.traffic, at, points.length) })
    }
  }
  return points
}

function trafficAt<Traffic>(traffic: TrafficOf<Traffic>, unixtimeSeconds: number, index: number): Traffic {
  if (typeof traffic !== 'function') return traffic
  return (traffic as (at: Date, index: number) => Traffic)(new Date(unixtimeSeconds * 1000), index)
}
