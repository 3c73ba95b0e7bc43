import { describe, expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

const startTime = '2026-11-10T00:00:00Z'
const unixtime = Date.parse(startTime) / 1000
const days = `from=${unixtime}&to=${unixtime}&period=day`

async function find(call: (method: string, path: string) => Promise<{ body: { imsi: string }[] }>, query: string) {
  return (await call('GET', `/query/subscribers?${query}`)).body.map(({ imsi }) => imsi)
}

function traffic(uploadByteSizeTotal: number, time = unixtime) {
  return { unixtime: time, dataTrafficStatsMap: { 's1.fast': { uploadByteSizeTotal, downloadByteSizeTotal: 0 } } }
}

async function shipped({ operator }: ReturnType<typeof openSandbox>, quantity = 1) {
  const { operatorId, call } = await operator()
  const address = { addressLine1: '1-1', city: '港区', state: '東京都', zipCode: '1234567' }
  const { shippingAddressId } = (await call('POST', `/operators/${operatorId}/shipping_addresses`, address)).body
  const orderItemList = [{ productCode: '4573326590273', quantity }]
  const { orderId } = (await call('POST', '/orders', { orderItemList, shippingAddressId })).body
  await call('PUT', `/orders/${orderId}/confirm`)
  await call('POST', '/sandbox/orders/ship', { operatorId, orderId })
  return async () => (await call('GET', `/orders/${orderId}/subscribers`)).body.orderedSubscriberList
}

describe('the search index', () => {
  test('finds a SIM at once unless told', async () => {
    const { call, sim } = await openSandbox().operator()
    const imsi = await sim()
    expect(await find(call, `imsi=${imsi}`)).toEqual([imsi])
  })

  test('knows new and changed SIMs later by the clock', async () => {
    const { operator, emulator } = openSandbox({ startTime, consistency: { index: { lagMs: 15_000 } } })
    const { call, sim } = await operator()
    const imsi = await sim()
    expect(await find(call, `imsi=${imsi}`)).toEqual([])
    expect((await call('GET', '/subscribers')).body).toHaveLength(1)
    emulator.clock.advance({ seconds: 15 })
    expect(await find(call, `imsi=${imsi}`)).toEqual([imsi])

    await call('PUT', `/subscribers/${imsi}/tags`, [{ tagName: 'name', tagValue: 'meter' }])
    await call('POST', `/subscribers/${imsi}/activate`)
    expect(await find(call, 'name=meter')).toEqual([])
    expect((await call('GET', '/query/sims?status=ready')).body).toMatchObject([
      { simId: imsi, status: 'ready', tags: {} },
    ])
    emulator.clock.advance({ seconds: 15 })
    expect(await find(call, 'name=meter&status=active')).toEqual([imsi])
    await call('DELETE', `/subscribers/${imsi}/tags/name`)
    expect(await find(call, 'name=meter')).toEqual([imsi])
    emulator.clock.advance({ seconds: 15 })
    expect(await find(call, 'name=meter')).toEqual([])
  })

  test('misses a change in as many searches as it is told', async () => {
    const { call, sim } = await openSandbox({ consistency: { index: { polls: 2 } } }).operator()
    const imsi = await sim()
    expect(await find(call, `imsi=${imsi}`)).toEqual([])
    expect(await find(call, `imsi=${imsi}`)).toEqual([])
    expect(await find(call, `imsi=${imsi}`)).toEqual([imsi])
  })

  test('forgets what it was about to learn when the operator is deleted', async () => {
    const { operator } = openSandbox({ seed: 'a', consistency: { polls: 5 } })
    const { call, sim, operatorId } = await operator()
    const imsi = await sim()
    await call('POST', `/sandbox/stats/air/subscribers/${imsi}`, traffic(1))
    expect((await call('DELETE', `/sandbox/operators/${operatorId}`)).status).toBe(200)
    const other = await operator()
    expect(await find(other.call, `imsi=${imsi}`)).toEqual([])
  })
})

describe('stats', () => {
  test('are read later by the clock, point by point, and are billed at once', async () => {
    const { operator, emulator } = openSandbox({ startTime, consistency: { stats: { lagMs: 60_000 } } })
    const { call, sim } = await operator()
    const imsi = await sim()
    const path = `/stats/air/subscribers/${imsi}?${days}`
    const insert = (bytes: number, time: number) =>
      call('POST', `/sandbox/stats/air/subscribers/${imsi}`, traffic(bytes, time))
    await insert(100, unixtime)
    expect((await call('GET', path)).body).toEqual([])
    emulator.clock.advance({ seconds: 40 })
    await insert(10, unixtime + 1)
    expect((await insert(10, unixtime + 1)).body.code).toBe('EMU0011')
    emulator.clock.advance({ seconds: 30 })
    const upload = async () => (await call('GET', path)).body[0].dataTrafficStatsMap['s1.fast'].uploadByteSizeTotal
    expect(await upload()).toBe(100)
    emulator.clock.advance({ seconds: 40 })
    expect(await upload()).toBe(110)
    expect((await call('GET', `/stats/air/sims/${imsi}?${days}`)).body[0].dataTrafficStatsMap).toMatchObject({
      's1.fast': { uploadByteSizeTotal: 110 },
    })
  })

  test('of Beam are read after as many reads as told', async () => {
    const { operator } = openSandbox({ startTime, consistency: { stats: { polls: 1 } } })
    const { call, sim } = await operator()
    const imsi = await sim()
    const request = { unixtime, beamStatsMap: { inHttp: { count: 7 } } }
    await call('POST', `/sandbox/stats/beam/subscribers/${imsi}`, request)
    const path = `/stats/beam/subscribers/${imsi}?${days}`
    expect((await call('GET', path)).body).toEqual([])
    expect((await call('GET', path)).body).toMatchObject([{ beamStatsMap: { inHttp: { count: 7 } } }])
  })
})

describe('subscribers of an order', () => {
  test('are listed at once unless told', async () => {
    expect(await (await shipped(openSandbox()))()).toHaveLength(1)
  })

  test('are listed later by the clock', async () => {
    const sandbox = openSandbox({ consistency: { orderSubscribers: { lagMs: 5_000 } } })
    const list = await shipped(sandbox)
    expect(await list()).toEqual([])
    sandbox.emulator.clock.advance({ seconds: 5 })
    expect(await list()).toHaveLength(1)
  })
})

describe('an adversarial emulator', () => {
  test('misses each change at most three times, and gives rows in an order of its own', async () => {
    const list = await shipped(openSandbox({ seed: 'one', consistency: 'adversarial' }), 20)
    const lists = [await list(), await list(), await list(), await list(), await list()]
    expect(lists.slice(3).map((rows) => rows.length)).toEqual([20, 20])
    const orders = lists.slice(3).map((rows) => rows.map(({ imsi }: { imsi: string }) => imsi))
    expect(orders[0]).not.toEqual(orders[1])
    expect([...(orders[0] ?? [])].sort()).toEqual([...(orders[1] ?? [])].sort())
  })

  test('does the same again for the same seed, which it tells', async () => {
    const play = async (seed?: string) => {
      const { operator, emulator } = openSandbox({ startTime, consistency: 'adversarial', ...(seed ? { seed } : {}) })
      const { call, sim } = await operator()
      for (let made = 0; made < 8; made += 1) await sim()
      const seen: unknown[] = []
      for (let read = 0; read < 5; read += 1) {
        const { body, headers } = await call('GET', '/query/subscribers')
        expect(headers['x-soracom-emulator-seed']).toBe(emulator.seed)
        seen.push(body.map(({ imsi }: { imsi: string }) => imsi))
      }
      expect(seen.at(-1)).toHaveLength(8)
      return seen
    }
    expect(await play('one')).toEqual(await play('one'))
    expect(await play('one')).not.toEqual(await play('two'))
    await play()
  })

  test('pages through everything, in any order', async () => {
    const { operator } = openSandbox({ seed: 'one', consistency: 'adversarial' })
    const { call, sim } = await operator()
    for (let made = 0; made < 7; made += 1) await sim()
    for (let read = 0; read < 4; read += 1) await call('GET', '/query/sims')
    const found: string[] = []
    let key: string | undefined = ''
    while (key !== undefined) {
      const { body, headers } = await call('GET', `/query/sims?limit=3${key && `&last_evaluated_key=${key}`}`)
      found.push(...body.map(({ simId }: { simId: string }) => simId))
      key = headers['x-soracom-next-key']
    }
    expect([found.length, new Set(found).size]).toEqual([7, 7])
  })
})

test.each([
  [{ lagMs: -1 }, 'The option consistency of the emulator must be'],
  [{ index: 'soon' }, 'The option consistency.index of the emulator must be'],
  [{ indx: 'immediate' }, 'has no "indx". It has: index, stats, orderSubscribers'],
  [{ stats: { polls: 1, lagMs: 1 } }, 'it is {"polls":1,"lagMs":1}'],
])('the consistency %j is refused', (consistency, message) => {
  expect(() => openSandbox({ consistency: consistency as never })).toThrow(message)
})
