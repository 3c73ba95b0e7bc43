import { describe, expect, test } from 'vitest'
import { gib, mib } from '../kit/bytes.ts'
import { problemsOf } from '../test-support/set-up.ts'
import { type AirStatsOptions, airStats } from './air-stats.ts'
import { type AirTraffic, toAirSums } from './air-traffic.ts'
import type { Spread } from './spread-total.ts'
import { adviceOnTime, toPoints } from './stats-points.ts'
import { subscriber } from './subscriber.ts'

const total: AirTraffic = {
  's1.fast': { upload: 1_000_003, download: gib(7) + 1 },
  's1.slow': { upload: 11, download: 0, uploadPackets: 17 },
}
const november = { from: '2026-11', to: '2026-12' }
const spreads: readonly Spread[] = ['even', 'weekdays', 'ramp', { bursts: 1, seed: 7 }, { bursts: 500, seed: 'a' }]

const pointsOf = (spread: Spread, traffic: AirTraffic = total, span = november) =>
  toPoints({ total: traffic, ...span, spread }).points
const uploads = (spread: Spread, upload: number) =>
  pointsOf(spread, { 's1.fast': { upload } }).map(({ traffic }) => traffic['s1.fast']?.upload)

describe.each(spreads)('a total that is spread by %j', (spread) => {
  test('is there to the byte, by speed class and direction', () => {
    const { totalsBySpeedClass } = toAirSums(pointsOf(spread))
    expect(totalsBySpeedClass['s1.fast']).toMatchObject({ uploadBytes: 1_000_003, downloadBytes: gib(7) + 1 })
    expect(totalsBySpeedClass['s1.slow']).toMatchObject({ uploadBytes: 11, downloadBytes: 0, uploadPackets: 17 })
  })

  test('stands at times of its own, inside of the span and in order', () => {
    const times = pointsOf(spread).map(({ unixtimeSeconds }) => unixtimeSeconds)
    expect(new Set(times).size).toBe(times.length)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times[0]).toBeGreaterThanOrEqual(Date.UTC(2026, 10) / 1000)
    expect(times.at(-1)).toBeLessThan(Date.UTC(2026, 11) / 1000)
  })

  test('is the same each time', () => {
    expect(pointsOf(spread)).toEqual(pointsOf(spread))
  })
})

test('an even spread differs by a byte at most from day to day', () => {
  const days = uploads('even', mib(1) + 7)
  expect(days).toHaveLength(30)
  expect(new Set(days)).toEqual(new Set([34_952, 34_953]))
})

test('a spread over weekdays leaves out Saturday and Sunday', () => {
  const days = pointsOf('weekdays').map(({ unixtimeSeconds }) => new Date(unixtimeSeconds * 1000).getUTCDay())
  expect(days).toHaveLength(21)
  expect(days).not.toContain(0)
  expect(days).not.toContain(6)
})

test('a ramp rises by the same from day to day', () => {
  // 1 + 2 + … + 30 = 465
  expect(uploads('ramp', 4650)).toEqual(Array.from({ length: 30 }, (_, index) => 10 * (index + 1)))
})

test('bursts of another seed stand elsewhere', () => {
  const times = (seed: number) => pointsOf({ bursts: 20, seed }).map(({ unixtimeSeconds }) => unixtimeSeconds)
  expect(times(1)).not.toEqual(times(2))
})

test('days stand at the time of day of the first', () => {
  const points = pointsOf('even', total, { from: '2026-11-01T08:30', to: '2026-11-03T08:30' })
  expect(points.map(({ unixtimeSeconds }) => new Date(unixtimeSeconds * 1000).toISOString())).toEqual([
    '2026-11-01T08:30:00.000Z',
    '2026-11-02T08:30:00.000Z',
  ])
})

test('a total of fewer bytes than days has a point for each byte', () => {
  expect(uploads('even', 3)).toEqual([1, 1, 1])
  expect(uploads('even', 0)).toEqual([0])
})

test.each<[string, object, string]>([
  ['an end before the beginning', { from: '2026-12', to: '2026-11', spread: 'even' }, 'to must lie after from'],
  [
    'a spread that is none',
    { ...november, spread: 'evenly' },
    'spread "evenly" is unknown; there are "even", "weekdays", "ramp" and { bursts, seed }',
  ],
  [
    'a weekend for weekdays',
    { from: '2026-11-07', to: '2026-11-09', spread: 'weekdays' },
    'spread "weekdays": no day from Monday to Friday (in UTC) lies in it',
  ],
  [
    'more bursts than seconds',
    { from: '2026-11-01', to: '2026-11-01T00:00:10', spread: { bursts: 11, seed: 1 } },
    'bursts must be a whole number from 1 to 10, the seconds that there are, not 11',
  ],
  [
    'bursts without a seed',
    { ...november, spread: { bursts: 2 } },
    'seed is missing; give a number or a text, so that the bursts are the same again',
  ],
  [
    'milliseconds',
    { from: Date.UTC(2026, 10), to: '2026-12', spread: 'even' },
    'from: 1793491200000 looks like milliseconds; points of time are UNIX seconds (1793491200?), Dates or ISO text',
  ],
  [
    'a total that is no whole number',
    { ...november, spread: 'even', total: { 's1.fast': { upload: 1.5 } } },
    'upload of s1.fast must be a whole number from 0, not 1.5',
  ],
])('%s is a problem of the plan', (_, options, problem) => {
  const usage = airStats({ subscriber: subscriber(), total, ...options } as unknown as AirStatsOptions)
  expect(problemsOf({ usage })).toEqual([`usage: ${problem}`])
})

test('two seeds of one SIM at one time are a problem of the plan', () => {
  const meter = subscriber()
  const spread = airStats({ subscriber: meter, total, ...november, spread: 'even' })
  const point = airStats({ subscriber: meter, at: '2026-11-05', traffic: total })
  expect(problemsOf({ meter, spread, point })).toEqual([
    `point: the Air stats at 2026-11-05T00:00:00.000Z of meter is taken by spread; only one can have it. ${adviceOnTime}`,
  ])
})
