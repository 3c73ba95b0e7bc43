import { speedClasses } from '@soracom-fixtures/api'
import { expect, test } from 'vitest'
import { planFixtures } from '../planning/plan-fixtures.ts'
import { problemsOf } from '../test-support/set-up.ts'
import { airStats } from './air-stats.ts'
import { adviceOnTime } from './stats-points.ts'
import { subscriber } from './subscriber.ts'

const traffic = { 's1.fast': { upload: 100 } }
const noon = Date.UTC(2026, 10, 1, 12) / 1000
const at = '2026-11-01'
const classes = speedClasses.join(', ')

test.each([
  ['no time', { traffic }, 'it says no time; give at, points, from/to/every, days, or total/from/to/spread'],
  [
    'milliseconds for seconds',
    { at: noon * 1000, traffic },
    `at: ${noon}000 looks like milliseconds; points of time are UNIX seconds (${noon}?), Dates or ISO text`,
  ],
  [
    'a time before the platform',
    { at: 0, traffic },
    'at: 0 is 0 in UNIX seconds, which is outside the years 2000 to 2100',
  ],
  [
    'text that is no time',
    { at: 'noon', traffic },
    'at: "noon" is no point of time; give a Date, ISO text or UNIX seconds',
  ],
  [
    'an invalid Date',
    { at: new Date('x'), traffic },
    'at: null is no point of time; give a Date, ISO text or UNIX seconds',
  ],
  ['no points', { points: [] }, 'points is empty; give at least one'],
  ['points that are no array', { points: { at, traffic } }, 'points must be an array'],
  [
    'a point with a wrong time',
    {
      points: [
        { at, traffic },
        { at: 'x', traffic },
      ],
    },
    'points[1].at: "x" is no point of time; give a Date, ISO text or UNIX seconds',
  ],
  [
    'two points at one second',
    {
      points: [
        { at: new Date(noon * 1000), traffic },
        { at: new Date(noon * 1000 + 500), traffic },
      ],
    },
    'the Air stats at 2026-11-01T12:00:00.000Z of meter is wanted twice here; only one can have it',
  ],
  ['days in the wrong order', { days: ['2026-11-02', at], daily: traffic }, `days: ${at} lies before 2026-11-02`],
  [
    'a day that does not exist',
    { days: [at, '2026-11-31'], daily: traffic },
    'days[1]: "2026-11-31" is no point of time; give a Date, ISO text or UNIX seconds',
  ],
  [
    'a series without a step',
    { from: at, to: '2026-11-02', every: {}, traffic },
    'every must be one or more whole seconds',
  ],
  [
    'a step of half a second',
    { from: at, to: '2026-11-02', every: { seconds: 1.5 }, traffic },
    'every must be one or more whole seconds',
  ],
  ['a series that ends before it begins', { from: at, to: at, every: { hours: 1 }, traffic }, 'to must lie after from'],
  [
    'a series of too many points',
    { from: '2001-01-01', to: '2099-01-01', every: { seconds: 1 }, traffic },
    'the series has more than 1000000 points',
  ],
  [
    'an unknown speed class',
    { at, traffic: { 's1.slower': { upload: 1 } } },
    `speed class "s1.slower" is unknown; there are ${classes}`,
  ],
  [
    'an unknown name',
    { at, traffic: { 's1.fast': { uploads: 1 } } },
    '"uploads" of s1.fast is unknown; there are upload, download, uploadPackets, downloadPackets',
  ],
  [
    'less than nothing',
    { at, traffic: { 's1.fast': { download: -1 } } },
    'download of s1.fast must be a whole number from 0, not -1',
  ],
  [
    'half a byte, told once for a whole series',
    { days: [at, '2026-11-09'], daily: { 's1.fast': { upload: 0.5 } } },
    'upload of s1.fast must be a whole number from 0, not 0.5',
  ],
] as const)('%s is a problem of the plan', (_, options, message) => {
  const meter = subscriber()
  expect(problemsOf({ meter, usage: airStats({ subscriber: meter, ...options } as never) })).toEqual([
    `usage: ${message}`,
  ])
})

test('a year of points is planned', () => {
  const year = { from: '2026-01-01', to: '2027-01-01', every: { minutes: 3 } }
  const usage = airStats({ subscriber: subscriber(), ...year, traffic })
  expect(planFixtures({ usage }).steps.at(-1)?.calls).toBe(365 * 24 * 20)
})

test('a missing SIM is a problem of the plan', () => {
  expect(problemsOf({ usage: airStats({ at, traffic } as never) })).toEqual([
    'usage: subscriber is missing; give the declaration of a SIM',
  ])
})

test('a handle for a declaration is a problem of the plan', () => {
  expect(problemsOf({ usage: airStats({ subscriber: { imsi: '001010' }, at, traffic } as never) })).toEqual([
    'usage: subscriber must be a declaration, not an object (a handle? refer to its declaration)',
  ])
})

test('one time in two declarations of a SIM is a problem of the plan', () => {
  const meter = subscriber()
  const a = airStats({ subscriber: meter, days: ['2026-11-01', '2026-11-03'], daily: traffic })
  const b = airStats({ subscriber: meter, days: ['2026-11-02', '2026-11-05'], daily: traffic })
  expect(problemsOf({ meter, a, b })).toEqual([
    `b: the Air stats at 2026-11-02T00:00:00.000Z of meter is taken by a and 1 more like it; only one can have it. ${adviceOnTime}`,
  ])
})
