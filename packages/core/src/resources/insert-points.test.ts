import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCuttingProxy } from '../test-support/cutting-proxy.ts'
import { setUp } from '../test-support/set-up.ts'
import { airStats } from './air-stats.ts'
import { insertAirPoints } from './insert-air-points.ts'
import { insertBeamPoints } from './insert-beam-points.ts'
import type { PlannedPoint } from './stats-points.ts'
import { subscriber } from './subscriber.ts'
import type { Subscriber } from './subscriber-handle.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

const context = { signal: new AbortController().signal, phase: () => {} }
const hourAgo = Math.floor(Date.now() / 1000) - 3600
const longAgo = Date.UTC(2026, 0, 5) / 1000

// Points two minutes apart.
const points = <Traffic>(from: number, ...traffic: readonly Traffic[]): PlannedPoint<Traffic>[] =>
  traffic.map((one, index) => ({ unixtimeSeconds: from + 120 * index, traffic: one }))
const fast = (upload: number) => ({ 's1.fast': { upload } })

async function meterOf(endpoint = emulator.endpoint): Promise<Subscriber> {
  return (await setUp({ meter: subscriber() }, endpoint)).fx.meter
}

async function uploadOf({ imsi, operator }: Subscriber, at: number): Promise<number | undefined> {
  const [row] = await operator.client.stats.air(imsi, { from: at, to: at, period: 'month' })
  return row?.dataTrafficStatsMap['s1.fast']?.uploadByteSizeTotal
}

describe.each([
  ['an hour ago', hourAgo],
  ['months ago', longAgo],
])('points of %s', (_, from) => {
  test('that are there from an earlier run count as done', async () => {
    const meter = await meterOf()
    const seed = points(from, fast(1), fast(2), fast(4), fast(8))
    await insertAirPoints(context, meter, seed)
    await insertAirPoints(context, meter, seed)
    const requests = points(from, { inHttp: 3 }, { inHttp: 5 })
    await insertBeamPoints(context, meter, requests)
    await insertBeamPoints(context, meter, requests)
    expect(await uploadOf(meter, from)).toBe(15)
  })

  test('of which an earlier run made some are made complete', async () => {
    const meter = await meterOf()
    const seed = points(from, fast(1), fast(2), fast(4), fast(8))
    await insertAirPoints(context, meter, seed.slice(0, 2))
    await insertAirPoints(context, meter, seed)
    expect(await uploadOf(meter, from)).toBe(15)
  })

  test('that are there with more traffic are a failure that tells the difference', async () => {
    const meter = await meterOf()
    await insertAirPoints(context, meter, points(from, fast(1000)))
    await expect(insertAirPoints(context, meter, points(from, fast(400)))).rejects.toThrow(
      /^The SIM has other stats already in the (five minutes|day) from .*Z on: s1\.fast uploadByteSizeTotal is 1000, and the seed has 400\. /,
    )
  })

  test('that are there with less are refused as the API says it', async () => {
    const meter = await meterOf()
    await insertAirPoints(context, meter, points(from, fast(1)))
    await expect(insertAirPoints(context, meter, points(from, fast(2)))).rejects.toMatchObject({ status: 400 })
  })
})

test('a long seed tells how far it is, and goes on after faults without repeating a point', async () => {
  const proxy = await startCuttingProxy(emulator.endpoint)
  proxy.cut(/stats\/air/, 'after', 20)
  proxy.cut(/stats\/air/, 'before', 20)
  const usage = airStats({
    subscriber: subscriber(),
    from: '2026-11-01',
    to: '2026-11-08',
    every: { minutes: 10 },
    traffic: fast(10),
  })
  const { fx, events } = await setUp({ usage }, proxy.endpoint)
  expect(await uploadOf(fx.usage.subscriber, fx.usage.firstUnixtimeSeconds)).toBe(10_080)
  const phases = events.flatMap((event) =>
    event.type === 'fixture-phase' && event.name === 'usage' ? [event.phase] : [],
  )
  expect(phases).toHaveLength(11)
  expect(phases.at(-1)).toMatch(/^inserting point 1001 of 1008 \(/)
})
