import { type AirStatsRow, type StatsPeriod, speedClasses } from '@soracom-fixtures/api'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mib } from '../kit/bytes.ts'
import { startCuttingProxy } from '../test-support/cutting-proxy.ts'
import { expectNoSecret, setUp, setupErrorOf } from '../test-support/set-up.ts'
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
