import { type BeamStatsRow, beamProtocols } from '@soracom-fixtures/api'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCuttingProxy } from '../test-support/cutting-proxy.ts'
import { expectNoSecret, problemsOf, setUp, setupErrorOf } from '../test-support/set-up.ts'
import { airStats } from './air-stats.ts'
import { type BeamStats, type BeamStatsOptions, beamStats } from './beam-stats.ts'
import { operator } from './operator.ts'
import { subscriber } from './subscriber.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

type Requests = Omit<BeamStatsOptions, 'subscriber'>

async function make(options: Requests): Promise<BeamStats> {
  const meter = subscriber()
  const requests = beamStats({ subscriber: meter, ...options } as unknown as BeamStatsOptions)
  return (await setUp({ meter, requests }, emulator.endpoint)).fx.requests
}

async function read({ imsi, subscriber, ...span }: BeamStats): Promise<BeamStatsRow[]> {
  const { firstUnixtimeSeconds: from, lastUnixtimeSeconds: to } = span
  return await subscriber.operator.client.stats.beam(imsi, { from, to, period: 'day' })
}

const at = '2026-11-01T12:00:00Z'
const noon = Date.parse(at) / 1000

describe('Beam stats', () => {
  test('have a count of every protocol', async () => {
    const traffic = Object.fromEntries(beamProtocols.map((protocol, index) => [protocol, index + 1]))
    const requests = await make({ at, traffic } as Requests)
    const [row] = await read(requests)
    expect(row).toMatchObject({ date: '20261101' })
    expect(row?.beamStatsMap).toEqual(
      Object.fromEntries(beamProtocols.map((protocol, index) => [protocol, { count: index + 1 }])),
    )
    expect(requests).toEqual({
      imsi: requests.subscriber.imsi,
      points: 1,
      firstUnixtimeSeconds: noon,
      lastUnixtimeSeconds: noon,
      totals: traffic,
      totalsByDay: { '2026-11-01': traffic },
      totalsByMonth: { '2026-11': traffic },
      expectedAmounts: {
        tariff: 'published-2026-11',
        currency: 'JPY',
        byMonth: {},
        byDay: {},
        unpriced: [expect.stringContaining('Beam requests of coverage type jp')],
      },
    })
  })

  test.each([
    ['a Date', new Date(at)],
    ['ISO text', at],
    ['UNIX seconds', noon],
  ])('stand at one point of time, given as %s', async (_, time) => {
    const requests = await make({ at: time, traffic: { inHttp: 3 } } as Requests)
    expect(requests.firstUnixtimeSeconds).toBe(noon)
    expect((await read(requests))[0]?.beamStatsMap).toEqual({ inHttp: { count: 3 } })
  })

  test('stand at several points, in a series and by the day', async () => {
    const traffic = { inHttp: 1, outHttps: 2 }
    const each = [
      await make({
        points: [
          { at, traffic },
          { at: noon + 60, traffic },
        ],
      } as Requests),
      await make({ from: '2026-11-01', to: '2026-11-02', every: { hours: 12 }, traffic } as Requests),
      await make({ days: ['2026-11-01', '2026-11-02'], daily: traffic } as Requests),
    ]
    for (const requests of each) {
      expect(requests).toMatchObject({ points: 2, totals: { inHttp: 2, outHttps: 4 } })
      const counts = (await read(requests)).map(({ beamStatsMap }) => beamStatsMap.outHttps?.count ?? 0)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4)
    }
  })

  test('may stand at the same time as Air stats', async () => {
    const meter = subscriber()
    const set = {
      requests: beamStats({ subscriber: meter, at, traffic: { inHttp: 1 } }),
      usage: airStats({ subscriber: meter, at, traffic: { 's1.fast': { upload: 1 } } }),
    }
    const { fx } = await setUp(set, emulator.endpoint)
    expect(fx.requests.imsi).toBe(fx.usage.imsi)
  })

  test('survive JSON, and tell no secret of their operator', async () => {
    const password = 'Marked-Passw0rd-8'
    const requests = beamStats({ subscriber: subscriber(), at, traffic: { inHttp: 1 } })
    const { fx } = await setUp({ shop: operator({ password }), requests }, emulator.endpoint)
    expect(JSON.parse(JSON.stringify(fx.requests))).toEqual(fx.requests)
    const { apiKey, token } = fx.shop.credentials
    expectNoSecret(fx.requests, [password, apiKey, token])
  })
})

test('a refusal of the API is told with the point', async () => {
  const proxy = await startCuttingProxy(emulator.endpoint)
  proxy.spoil(/stats\/beam/, 'before', 400)
  const requests = beamStats({ subscriber: subscriber(), at, traffic: { inHttp: 1 } })
  expect((await setupErrorOf({ requests }, proxy.endpoint)).message).toMatch(
    /requests \(beam stats\) failed while inserting point 1 of 1 \(2026-11-01T12:00:00\.000Z\): POST \/sandbox\/stats\/beam\/subscribers\/\d+ answered 400/,
  )
})

test.each([
  [
    'an unknown protocol',
    { at, traffic: { inFtp: 1 } },
    `protocol "inFtp" is unknown; there are ${beamProtocols.join(', ')}`,
  ],
  ['half a request', { at, traffic: { inHttp: 0.5 } }, 'the count of inHttp must be a whole number from 0, not 0.5'],
  ['less than nothing', { at, traffic: { inHttp: -1 } }, 'the count of inHttp must be a whole number from 0, not -1'],
  [
    'milliseconds for seconds',
    { at: noon * 1000, traffic: { inHttp: 1 } },
    `at: ${noon}000 looks like milliseconds; points of time are UNIX seconds (${noon}?), Dates or ISO text`,
  ],
  [
    'two points at one time',
    {
      points: [
        { at, traffic: {} },
        { at: noon, traffic: {} },
      ],
    },
    'the Beam stats at 2026-11-01T12:00:00.000Z of meter is wanted twice here; only one can have it',
  ],
] as const)('%s is a problem of the plan', (_, options, message) => {
  const meter = subscriber()
  expect(problemsOf({ meter, requests: beamStats({ subscriber: meter, ...options } as never) })).toEqual([
    `requests: ${message}`,
  ])
})

test('a missing SIM is a problem of the plan', () => {
  expect(problemsOf({ requests: beamStats({ at, traffic: {} } as never) })).toEqual([
    'requests: subscriber is missing; give the declaration of a SIM',
  ])
})
