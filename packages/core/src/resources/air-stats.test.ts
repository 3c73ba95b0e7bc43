import { type AirStatsRow, type StatsPeriod, speedClasses } from '@soracom-fixtures/api'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mib } from '../kit/bytes.ts'
import { planFixtures } from '../plan/plan-fixtures.ts'
import { startCuttingProxy } from '../test-support/cutting-proxy.ts'
import { expectNoSecret, problemsOf, setUp, setupErrorOf } from '../test-support/set-up.ts'
import { type AirStats, type AirStatsOptions, airStats } from './air-stats.ts'
import { operator } from './operator.ts'
import { subscriber } from './subscriber.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

type Usage = Omit<AirStatsOptions, 'subscriber'>

async function make(options: Usage): Promise<AirStats> {
  const meter = subscriber()
  const usage = airStats({ subscriber: meter, ...options } as unknown as AirStatsOptions)
  return (await setUp({ meter, usage }, emulator.endpoint)).fx.usage
}

async function read({ imsi, subscriber, ...span }: AirStats, period: StatsPeriod): Promise<AirStatsRow[]> {
  const { firstUnixtimeSeconds: from, lastUnixtimeSeconds: to } = span
  return await subscriber.operator.client.stats.air(imsi, { from, to, period })
}

const uploads = (rows: readonly AirStatsRow[], speedClass = 's1.fast') =>
  rows.map(({ date, dataTrafficStatsMap }) => [date, dataTrafficStatsMap[speedClass]?.uploadByteSizeTotal])

const traffic = { 's1.fast': { upload: 100 } }
const noon = Date.UTC(2026, 10, 1, 12) / 1000

describe('Air stats', () => {
  test.each([
    ['a Date', new Date(noon * 1000 + 999)],
    ['ISO text', '2026-11-01T12:00:00Z'],
    ['ISO text without a zone, which means UTC', '2026-11-01T12:00:00'],
    ['ISO text of another zone', '2026-11-01T21:00:00+09:00'],
    ['UNIX seconds', noon],
  ])('stand at one point of time, given as %s', async (_, at) => {
    const usage = await make({ at, traffic } as Usage)
    expect(usage).toMatchObject({ points: 1, firstUnixtimeSeconds: noon, lastUnixtimeSeconds: noon })
    expect(uploads(await read(usage, 'minutes'))).toEqual([['202611011200', 100]])
    expect(uploads(await read(usage, 'day'))).toEqual([['20261101', 100]])
    expect(uploads(await read(usage, 'month'))).toEqual([['202611', 100]])
  })

  test('have bytes and packets of every speed class', async () => {
    const of = (index: number) => ({
      upload: index,
      download: 10 + index,
      uploadPackets: 20 + index,
      downloadPackets: 30 + index,
    })
    const all = Object.fromEntries(speedClasses.map((speedClass, index) => [speedClass, of(index)]))
    const usage = await make({ at: noon, traffic: all } as Usage)
    const [row] = await read(usage, 'day')
    expect(row?.dataTrafficStatsMap).toEqual(
      Object.fromEntries(
        speedClasses.map((speedClass, index) => [
          speedClass,
          {
            uploadByteSizeTotal: index,
            downloadByteSizeTotal: 10 + index,
            uploadPacketSizeTotal: 20 + index,
            downloadPacketSizeTotal: 30 + index,
          },
        ]),
      ),
    )
    expect(usage.totalsBySpeedClass[speedClasses[1] ?? 's1.slow']).toEqual({
      uploadBytes: 1,
      downloadBytes: 11,
      uploadPackets: 21,
      downloadPackets: 31,
    })
  })

  test('have as many packets as the bytes need unless told, and nothing of what is left out', async () => {
    const usage = await make({ at: noon, traffic: { 's1.slow': { upload: 1501, downloadPackets: 7 } } } as Usage)
    expect((await read(usage, 'day'))[0]?.dataTrafficStatsMap).toEqual({
      's1.slow': {
        uploadByteSizeTotal: 1501,
        downloadByteSizeTotal: 0,
        uploadPacketSizeTotal: 2,
        downloadPacketSizeTotal: 7,
      },
    })
  })

  test('stand at several points, each with its own traffic', async () => {
    const points = [
      { at: '2026-10-31T23:59:59Z', traffic: { 's1.fast': { upload: 1 } } },
      { at: '2026-11-01', traffic: { 's1.fast': { upload: 2 }, 's1.slow': { upload: 4 } } },
      { at: '2026-11-01T00:00:01Z', traffic: { 's1.fast': { upload: 8 } } },
    ]
    const usage = await make({ points } as Usage)
    expect(uploads(await read(usage, 'day'))).toEqual([
      ['20261031', 1],
      ['20261101', 10],
    ])
    expect(uploads(await read(usage, 'month'), 's1.slow')).toEqual([
      ['202610', undefined],
      ['202611', 4],
    ])
    expect(usage.points).toBe(3)
    expect(usage.totals.uploadBytes).toBe(15)
    expect(usage.totalsBySpeedClass).toMatchObject({ 's1.fast': { uploadBytes: 11 }, 's1.slow': { uploadBytes: 4 } })
  })

  test('stand in a series that ends before its end', async () => {
    const usage = await make({ from: '2026-11-01', to: '2026-11-01T01:00', every: { minutes: 20 }, traffic } as Usage)
    expect(uploads(await read(usage, 'minutes'))).toEqual([
      ['202611010000', 100],
      ['202611010020', 100],
      ['202611010040', 100],
    ])
    expect(usage).toMatchObject({ points: 3, totals: { uploadBytes: 300 } })
  })

  test('stand in a series whose traffic follows from time and index', async () => {
    const usage = await make({
      from: '2026-11-01',
      to: '2026-11-03',
      every: { hours: 12 },
      traffic: (at: Date, index: number) => ({ 's1.fast': { upload: at.getUTCHours() * 100 + index } }),
    } as Usage)
    expect(uploads(await read(usage, 'day'))).toEqual([
      ['20261101', 0 + 1201],
      ['20261102', 2 + 1203],
    ])
    expect(usage.totals.uploadBytes).toBe(2406)
  })

  test('stand at the beginning of each day, the last one too', async () => {
    const daily = { 's1.fast': { upload: mib(5), download: mib(20) } }
    const usage = await make({ days: ['2026-10-30', '2026-11-02'], daily } as Usage)
    expect(uploads(await read(usage, 'day'))).toEqual([
      ['20261030', mib(5)],
      ['20261031', mib(5)],
      ['20261101', mib(5)],
      ['20261102', mib(5)],
    ])
    expect(usage).toMatchObject({
      points: 4,
      firstUnixtimeSeconds: Date.UTC(2026, 9, 30) / 1000,
      lastUnixtimeSeconds: Date.UTC(2026, 10, 2) / 1000,
      totals: { uploadBytes: mib(20), downloadBytes: mib(80) },
    })
  })

  test('of several declarations of a SIM add up', async () => {
    const meter = subscriber()
    const set = {
      meter,
      a: airStats({ subscriber: meter, at: noon, traffic }),
      b: airStats({ subscriber: meter, at: noon + 1, traffic }),
    }
    const { fx } = await setUp(set, emulator.endpoint)
    expect(uploads(await read(fx.a, 'day'))).toEqual([['20261101', 200]])
  })

  test('can be seeded for a SIM in any status', async () => {
    for (const status of ['ready', 'active', 'inactive', 'suspended'] as const) {
      const usage = airStats({ subscriber: subscriber({ status }), at: noon, traffic })
      const { fx } = await setUp({ usage }, emulator.endpoint)
      expect(uploads(await read(fx.usage, 'day'))).toEqual([['20261101', 100]])
    }
  })

  test('of more points than are on their way at once are all there', async () => {
    const usage = await make({ from: '2026-11-01', to: '2026-11-03', every: { minutes: 15 }, traffic } as Usage)
    expect(usage.points).toBe(192)
    expect(uploads(await read(usage, 'day'))).toEqual([
      ['20261101', 9600],
      ['20261102', 9600],
    ])
  })

  test('survive JSON, and tell no secret of their operator', async () => {
    const password = 'Marked-Passw0rd-7'
    const usage = airStats({ subscriber: subscriber(), at: noon, traffic })
    const { fx } = await setUp({ shop: operator({ password }), usage }, emulator.endpoint)
    expect(JSON.parse(JSON.stringify(fx.usage))).toEqual(fx.usage)
    const { apiKey, token } = fx.shop.credentials
    expectNoSecret(fx.usage, [password, apiKey, token])
  })
})

describe('a refusal of the API', () => {
  test('is told with the point, and what follows is not sent', async () => {
    const proxy = await startCuttingProxy(emulator.endpoint)
    const usage = airStats({
      subscriber: subscriber(),
      from: '2026-11-01',
      to: '2026-11-08',
      every: { minutes: 5 },
      traffic,
    })
    proxy.spoil(/stats\/air/, 'before', 400)
    const { message } = await setupErrorOf({ usage }, proxy.endpoint)
    expect(message).toMatch(
      /usage \(air stats\) failed while inserting point \d+ of 2016 \(2026-11-01T\d\d:\d\d:00\.000Z\): POST \/sandbox\/stats\/air\/subscribers\/\d+ answered 400/,
    )
    expect(proxy.seen.filter((line) => /stats\/air/.test(line)).length).toBeLessThan(2016)
  })

  test('of a point that is there already is told', async () => {
    const { fx } = await setUp({ meter: subscriber() }, emulator.endpoint)
    const { client } = fx.meter.operator
    const point = { unixtime: noon, dataTrafficStatsMap: {} }
    await client.sandbox.insertAirStats(fx.meter.imsi, point)
    await expect(client.sandbox.insertAirStats(fx.meter.imsi, point)).rejects.toMatchObject({ status: 400 })
  })
})

const at = '2026-11-01'
const classes = speedClasses.join(', ')

test.each([
  ['no time', { traffic }, 'it says no time; give at, points, from/to/every, or days'],
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
    'b: the Air stats at 2026-11-02T00:00:00.000Z of meter is taken by a and 1 more like it; only one can have it',
  ])
})
