import { startEmulator } from '@soracom-fixtures/emulator'
import { describe, expect, onTestFinished, test } from 'vitest'
import { defineResource } from '../declare/define-resource.ts'
import type { FixtureSet, Handles } from '../declare/fixture-set.ts'
import { type Cut, startCuttingProxy } from '../test-support/cutting-proxy.ts'
import { setUp, setupErrorOf } from '../test-support/set-up.ts'
import { airStats } from './air-stats.ts'
import { beamStats } from './beam-stats.ts'
import { coupon } from './coupon.ts'
import { group } from './group.ts'
import { operator } from './operator.ts'
import type { Operator } from './operator-handle.ts'
import { order } from './order.ts'
import { subscriber } from './subscriber.ts'

// An emulator behind a proxy, as one target.
async function open() {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const proxy = await startCuttingProxy(emulator.endpoint)
  return { emulator, proxy }
}

interface Case<Set extends FixtureSet> {
  readonly request: RegExp
  readonly set: () => Set
  /** What is there in the end. */
  readonly effect: (fx: Handles<Set>) => Promise<unknown>
  readonly expected: unknown
}

// Keeps the set's type for `effect`.
function lose<Set extends FixtureSet>(one: Case<Set>) {
  return async (cut: Cut): Promise<void> => {
    const { emulator, proxy } = await open()
    proxy.cut(one.request, cut)
    const { fx, teardown } = await setUp(one.set(), proxy.endpoint)
    expect(proxy.seen.filter((line) => one.request.test(line)).length).toBeGreaterThan(0)
    expect(await one.effect(fx)).toEqual(one.expected)
    expect(emulator.counts().operatorsMade).toBe(1)
    await teardown()
    expect(emulator.counts().operatorsLeft).toBe(0)
  }
}

const productCode = '4573326590013'
const at = '2026-11-01T00:00:00Z'
const range = { from: new Date(at), to: new Date(at), period: 'day' } as const

async function listOf<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const list: Value[] = []
  for await (const value of values) list.push(value)
  return list
}

const orderedBy = async ({ client }: Operator) => (await client.orders.list()).orderList
const paidBy = async ({ client }: Operator) => (await client.paymentMethods.current('g')).providerType

const cases = {
  'the signup in one call': lose({
    request: /^POST \/v1\/sandbox\/init/,
    set: () => ({ shop: operator() }),
    effect: async ({ shop }) => (await shop.client.operators.get(shop.operatorId)).email === shop.email,
    expected: true,
  }),
  'the beginning of a stepwise signup': lose({
    request: /^POST \/v1\/operators$/,
    set: () => ({ shop: operator({ signup: 'stepwise' }) }),
    effect: async ({ shop }) => (await shop.client.operators.get(shop.operatorId)).email === shop.email,
    expected: true,
  }),
  'the verification of a stepwise signup': lose({
    request: /^POST \/v1\/operators\/verify/,
    set: () => ({ shop: operator({ signup: 'stepwise' }) }),
    effect: async ({ shop }) => (await shop.client.operators.get(shop.operatorId)).email === shop.email,
    expected: true,
  }),
  'a coverage type': lose({
    request: /\/coverage_type\/g/,
    set: () => ({ shop: operator({ signup: 'stepwise', coverageTypes: ['jp', 'g'] }) }),
    effect: ({ shop }) => paidBy(shop),
    expected: 'WebPay',
  }),
  'an auth key': lose({
    request: /^POST .*\/auth_keys/,
    set: () => ({ shop: operator({ authKey: true }) }),
    async effect({ shop }) {
      const keys = await shop.client.operators.listAuthKeys(shop.operatorId)
      return keys.map(({ authKeyId }) => authKeyId === shop.credentials.authKeyId)
    },
    expected: [true],
  }),
  'the registration of a SIM': lose({
    request: /^POST .*\/register$/,
    set: () => ({ shop: operator(), meter: subscriber({ tags: { name: 'meter' } }) }),
    effect: async ({ shop }) => (await listOf(shop.client.subscribers.list())).map(({ tags }) => tags),
    expected: [{ name: 'meter' }],
  }),
  'a status': lose({
    request: /\/suspend$/,
    set: () => ({ meter: subscriber({ status: 'suspended' }) }),
    effect: async ({ meter }) => [meter.status, (await meter.operator.client.subscribers.get(meter.imsi)).status],
    expected: ['suspended', 'suspended'],
  }),
  'a termination': lose({
    request: /\/terminate$/,
    set: () => ({ meter: subscriber({ status: 'terminated' }) }),
    effect: async ({ meter }) => [meter.status, (await meter.operator.client.subscribers.get(meter.imsi)).status],
    expected: ['terminated', 'terminated'],
  }),
  'the confirmation of an order': lose({
    request: /^PUT .*\/confirm$/,
    set: () => ({ shop: operator(), cards: order({ items: [{ productCode }], until: 'confirmed' }) }),
    effect: async ({ shop, cards }) =>
      (await orderedBy(shop)).map(({ orderId, orderStatus }) => [orderId === cards.orderId, orderStatus]),
    expected: [[true, 'orderProcessing']],
  }),
  'the shipment of an order': lose({
    request: /^POST \/v1\/sandbox\/orders\/ship/,
    set: () => ({ shop: operator(), cards: order({ items: [{ productCode, quantity: 2 }], until: 'shipped' }) }),
    effect: async ({ shop, cards }) => [
      (await listOf(shop.client.orders.subscribers(cards.orderId))).length,
      cards.shipped.length,
      (await orderedBy(shop)).map(({ orderStatus }) => orderStatus),
    ],
    expected: [2, 2, ['shipped']],
  }),
  'the registration of an order': lose({
    request: /^POST .*\/subscribers\/register$/,
    set: () => ({ shop: operator(), cards: order({ items: [{ productCode, quantity: 2 }] }) }),
    effect: async ({ shop, cards }) => [
      (await listOf(shop.client.subscribers.list())).length,
      cards.subscribers.length,
    ],
    expected: [2, 2],
  }),
  'a point of Air stats': lose({
    request: /^POST \/v1\/sandbox\/stats\/air/,
    set: () => {
      const meter = subscriber()
      return {
        meter,
        usage: airStats({ subscriber: meter, at, traffic: { 's1.fast': { upload: 3000, download: 1 } } }),
      }
    },
    effect: async ({ meter }) => (await meter.operator.client.stats.air(meter.imsi, range))[0]?.dataTrafficStatsMap,
    expected: {
      's1.fast': {
        uploadByteSizeTotal: 3000,
        downloadByteSizeTotal: 1,
        uploadPacketSizeTotal: 2,
        downloadPacketSizeTotal: 1,
      },
    },
  }),
  'a point of Beam stats': lose({
    request: /^POST \/v1\/sandbox\/stats\/beam/,
    set: () => {
      const meter = subscriber()
      return { meter, usage: beamStats({ subscriber: meter, at, traffic: { inHttp: 7 } }) }
    },
    effect: async ({ meter }) => (await meter.operator.client.stats.beam(meter.imsi, range))[0]?.beamStatsMap,
    expected: { inHttp: { count: 7 } },
  }),
  'the creation of a coupon': lose({
    request: /^POST \/v1\/sandbox\/coupons\/create/,
    set: () => ({ shop: operator(), gift: coupon({ amount: 500 }) }),
    effect: async ({ shop }) => (await shop.client.coupons.list()).couponList.map(({ amount }) => amount),
    expected: [500],
  }),
  'the registration of a coupon': lose({
    request: /^POST \/v1\/coupons\/.*\/register/,
    set: () => ({ shop: operator(), gift: coupon({ amount: 500 }) }),
    effect: async ({ shop }) => (await shop.client.coupons.list()).couponList.map(({ amount }) => amount),
    expected: [500],
  }),
}

describe.each(Object.entries(cases))('%s happens once', (_, run) => {
  test.each(['before', 'after', 'late'] as const)('when the connection is cut with the effect %s', async (cut) => {
    await run(cut)
  })
})

test.each(['before', 'after'] as const)('an address is made once when the connection is cut %s', async (cut) => {
  const { proxy } = await open()
  proxy.cut(/^POST .*\/shipping_addresses/, cut)
  const { fx } = await setUp({ cards: order({ items: [{ productCode }], until: 'quoted' }) }, proxy.endpoint)
  const { shippingAddresses } = await fx.cards.operator.client.shippingAddresses.list(fx.cards.operatorId)
  expect(shippingAddresses.map(({ shippingAddressId }) => shippingAddressId)).toEqual([fx.cards.shippingAddressId])
})

test('an auth key whose answer was lost is deleted, also when the answer to that is lost', async () => {
  const { proxy } = await open()
  proxy.cut(/^POST .*\/auth_keys/, 'after')
  proxy.cut(/^DELETE .*\/auth_keys/, 'after')
  const { fx } = await setUp({ shop: operator({ authKey: true }) }, proxy.endpoint)
  const keys = await fx.shop.client.operators.listAuthKeys(fx.shop.operatorId)
  expect(keys.map(({ authKeyId }) => authKeyId)).toEqual([fx.shop.credentials.authKeyId])
})

test('a series of points is there once whichever of its answers is lost', async () => {
  const { proxy } = await open()
  proxy.cut(/stats\/air/, 'after', 5)
  const meter = subscriber()
  const usage = airStats({
    subscriber: meter,
    from: '2026-11-01',
    to: '2026-11-02',
    every: { hours: 1 },
    traffic: { 's1.fast': { upload: 10 } },
  })
  const { fx } = await setUp({ meter, usage }, proxy.endpoint)
  const [row] = await fx.meter.operator.client.stats.air(fx.meter.imsi, range)
  expect(row?.dataTrafficStatsMap['s1.fast']?.uploadByteSizeTotal).toBe(240)
})

test('a point that the API refuses for another reason after a loss is told', async () => {
  const { proxy } = await open()
  proxy.cut(/stats\/air/, 'before')
  const meter = subscriber()
  proxy.spoil(/stats\/air/, 'before', 400)
  const { message } = await setupErrorOf(
    { usage: airStats({ subscriber: meter, at, traffic: { 's1.fast': { upload: 1 } } }) },
    proxy.endpoint,
  )
  expect(message).toMatch(/usage \(air stats\) failed .*POST \/sandbox\/stats\/air\/subscribers\/\d+ answered 400/)
})

test('an answer that a gateway spoiled is looked up like one that is lost', async () => {
  const { emulator, proxy } = await open()
  proxy.spoil(/sandbox\/init/, 'after', 504)
  const { fx } = await setUp({ shop: operator() }, proxy.endpoint)
  expect(emulator.counts().operatorsMade).toBe(1)
  expect(fx.shop.operatorId).toMatch(/^OP\d{10}$/)
})

test('an operator that nobody knows of is deleted when logging in works again', async () => {
  const { emulator, proxy } = await open()
  proxy.cut(/sandbox\/init/, 'after')
  proxy.spoil(/v1\/auth/, 'before', 501)
  const { message, cleanup } = await setupErrorOf({ shop: operator() }, proxy.endpoint)
  expect(message).toContain('shop (operator) failed while looking whether signing up took effect')
  expect(message).toContain('POST /sandbox/init got no answer')
  expect(message).toContain('Looking whether it took effect failed too: POST /auth answered 501')
  expect(cleanup.removed).toEqual([expect.stringMatching(/^operator fixtures-.*@fixtures\.example\.com$/)])
  expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
})

test('an operator that signed up stepwise is deleted when its login fails', async () => {
  const { emulator, proxy } = await open()
  proxy.spoil(/v1\/auth/, 'before', 501)
  const { cleanup } = await setupErrorOf({ shop: operator({ signup: 'stepwise' }) }, proxy.endpoint)
  expect(cleanup).toMatchObject({ removed: [expect.stringMatching(/^operator fixtures-/)], failed: [] })
  expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
})

test('a deletion whose answer was lost succeeds', async () => {
  const { emulator, proxy } = await open()
  proxy.cut(/^DELETE \/v1\/sandbox\/operators/, 'after')
  const { teardown } = await setUp({ shop: operator() }, proxy.endpoint)
  await teardown()
  expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsDeleted: 1, operatorsLeft: 0 })
})

test('groups whose answers were lost are there once each, also where nothing tells them from one another', async () => {
  const { emulator, proxy } = await open()
  proxy.cut(/^POST \/v1\/groups/, 'after', 2)
  const set = { shop: operator(), fleets: [group(), group(), group({ tags: { name: 'third' } })] }
  const { fx, teardown } = await setUp(set, proxy.endpoint)
  const groupIds = fx.fleets.map(({ groupId }) => groupId)
  expect(new Set(groupIds).size).toBe(3)
  expect(fx.fleets.map(({ tags }) => tags)).toEqual([{}, {}, { name: 'third' }])
  const found = await listOf(fx.shop.client.groups.list())
  expect(found.map(({ groupId }) => groupId).sort()).toEqual(groupIds.sort())
  await teardown()
  expect(emulator.counts().operatorsLeft).toBe(0)
})

test('a group of an operator that was there before is not looked for among those of others', async () => {
  const { emulator, proxy } = await open()
  const shop = operator()
  const around = await setUp({ shop }, proxy.endpoint)
  proxy.cut(/^POST \/v1\/groups/, 'after')
  const existing = defineResource({ kind: 'existing', create: () => around.fx.shop })
  const { message } = await setupErrorOf({ fleet: group({ operator: existing() }) }, proxy.endpoint)
  expect(message).toContain('fleet (group) failed while creating the group: POST /groups got no answer')
  expect(message).toContain('Nobody knows whether it took effect')
  await around.teardown()
  expect(emulator.counts().operatorsLeft).toBe(0)
})
