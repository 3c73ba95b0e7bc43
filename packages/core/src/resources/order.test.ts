import { knownProducts } from '@soracom-fixtures/api'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCuttingProxy } from '../test-support/cutting-proxy.ts'
import { expectNoSecret, problemsOf, setUp, setupErrorOf } from '../test-support/set-up.ts'
import { operator } from './operator.ts'
import { type Order, type OrderOptions, order } from './order.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

const productCode = '4573326590013'
const items = [{ productCode, quantity: 3 }]

async function make(options: Partial<OrderOptions> = {}): Promise<Order> {
  return (await setUp({ cards: order({ items, ...options }) }, emulator.endpoint)).fx.cards
}

async function readAll({ operator: { client }, orderId }: Order) {
  const [shipped, registered] = [[] as string[], [] as string[]]
  for await (const { imsi } of client.orders.subscribers(orderId)) shipped.push(imsi)
  for await (const { imsi } of client.subscribers.list()) registered.push(imsi)
  const { orderList } = await client.orders.list()
  return { shipped, registered, orders: orderList.map((one) => [one.orderId, one.orderStatus]) }
}

describe('an order', () => {
  test('that is quoted is no order yet', async () => {
    const cards = await make({ until: 'quoted' })
    expect(await readAll(cards)).toEqual({ shipped: [], registered: [], orders: [] })
    expect(cards).toEqual({
      orderId: expect.stringMatching(/^\d{14}_[0-9a-f]{8}$/),
      operatorId: cards.operator.operatorId,
      stage: 'quoted',
      orderStatus: undefined,
      items,
      currency: 'JPY',
      totalAmount: expect.any(Number),
      shippingAddressId: expect.any(String),
      subscribers: [],
      shipped: [],
    })
  })

  test('that is confirmed is in the list, without SIMs', async () => {
    const cards = await make({ until: 'confirmed' })
    expect(await readAll(cards)).toEqual({
      shipped: [],
      registered: [],
      orders: [[cards.orderId, 'orderProcessing']],
    })
    expect(cards).toMatchObject({ stage: 'confirmed', orderStatus: 'orderProcessing', subscribers: [], shipped: [] })
  })

  test('that is shipped has SIMs that belong to nobody', async () => {
    const cards = await make({ until: 'shipped' })
    const { shipped, registered, orders } = await readAll(cards)
    expect(cards.shipped.map(({ imsi }) => imsi)).toEqual(shipped)
    expect(shipped).toHaveLength(3)
    expect(registered).toEqual([])
    expect(orders).toEqual([[cards.orderId, 'shipped']])
    expect(cards).toMatchObject({ stage: 'shipped', orderStatus: 'shipped', subscribers: [] })
  })

  test('that is registered, as it is unless told, has SIMs that are handles like any other', async () => {
    const cards = await make()
    const { shipped, registered } = await readAll(cards)
    expect(cards.stage).toBe('registered')
    expect(cards.subscribers.map(({ imsi }) => imsi)).toEqual(shipped)
    expect([...registered].sort()).toEqual([...shipped].sort())
    for (const sim of cards.subscribers) {
      expect(sim).toMatchObject({ operatorId: cards.operatorId, status: 'ready', subscription: 'plan-D' })
      expect(sim.operator).toBe(cards.operator)
    }
    const [first] = cards.subscribers
    expect(await first?.operator.client.subscribers.activate(first.imsi)).toMatchObject({ status: 'active' })
  })

  test.each(knownProducts)('of $productCode has SIMs of $subscription', async ({ productCode, subscription }) => {
    const cards = await make({ items: [{ productCode }] })
    expect(cards.subscribers.map((sim) => sim.subscription)).toEqual([subscription])
  })

  test('may be of several products', async () => {
    const several = [{ productCode, quantity: 2 }, { productCode: '4573326590259' }]
    const cards = await make({ items: several })
    expect(cards.items).toEqual([
      { productCode, quantity: 2 },
      { productCode: '4573326590259', quantity: 1 },
    ])
    expect(cards.subscribers.map(({ subscription }) => subscription).sort()).toEqual(['plan-D', 'plan-D', 'plan-K'])
  })

  test('of more SIMs than a page has them all', async () => {
    const cards = await make({ items: [{ productCode, quantity: 120 }] })
    expect(new Set(cards.subscribers.map(({ imsi }) => imsi)).size).toBe(120)
  })

  test('of a product that is not known goes through when it is said to be meant', async () => {
    const cards = await make({ items: [{ productCode: '9999999999999', unlisted: true }] })
    expect(cards.subscribers).toHaveLength(1)
  })

  test('goes to a valid address unless told, or to one of one’s own', async () => {
    const own = { addressLine1: '1-2', city: '札幌市', state: '北海道', zipCode: '060-0000', fullName: 'Taro' }
    const [usual, other] = [await make({ until: 'quoted' }), await make({ until: 'quoted', shippingAddress: own })]
    const read = ({ operator: { client, operatorId }, shippingAddressId }: Order) =>
      client.shippingAddresses.get(operatorId, shippingAddressId)
    expect(await read(usual)).toMatchObject({ state: '東京都', zipCode: '1234567', shippingArea: 'kanto' })
    expect(await read(other)).toMatchObject({ ...own, shippingArea: 'hokkaido' })
  })

  test('may stand beside another of the same operator', async () => {
    const { fx } = await setUp({ a: order({ items }), b: order({ items }) }, emulator.endpoint)
    const imsis = [...fx.a.subscribers, ...fx.b.subscribers].map(({ imsi }) => imsi)
    expect(new Set(imsis).size).toBe(6)
  })

  test('survives JSON, is frozen, and tells no secret of its operator', async () => {
    const password = 'Marked-Passw0rd-6'
    const { fx } = await setUp({ shop: operator({ password }), cards: order({ items }) }, emulator.endpoint)
    expect(JSON.parse(JSON.stringify(fx.cards))).toEqual(fx.cards)
    expect([fx.cards, fx.cards.items, fx.cards.subscribers, fx.cards.shipped].every(Object.isFrozen)).toBe(true)
    const { apiKey, token } = fx.shop.credentials
    expectNoSecret(fx.cards, [password, apiKey, token])
  })
})

describe('a target that is late', () => {
  test('is waited for until it lists the SIMs of an order', async () => {
    const proxy = await startCuttingProxy(emulator.endpoint)
    proxy.lag(/^GET .*\/orders\/.*\/subscribers/, 2, 200, { orderedSubscriberList: [] })
    const { fx } = await setUp({ cards: order({ items }) }, proxy.endpoint)
    expect(fx.cards.subscribers).toHaveLength(3)
    expect(proxy.seen.filter((line) => /^GET .*\/orders\/.*\/subscribers/.test(line))).toHaveLength(3)
  })

  test('is waited for until it knows the SIMs that were registered', async () => {
    const proxy = await startCuttingProxy(emulator.endpoint)
    proxy.lag(/^GET .*\/subscribers\/\d+$/, 4, 404, { code: 'X', message: 'not yet' })
    const { fx } = await setUp({ cards: order({ items }) }, proxy.endpoint)
    expect(fx.cards.subscribers.map(({ status }) => status)).toEqual(['ready', 'ready', 'ready'])
  })

  test('is not waited for where it fails', async () => {
    const proxy = await startCuttingProxy(emulator.endpoint)
    proxy.lag(/^GET .*\/subscribers\/\d+$/, 1, 403, { code: 'X', message: 'forbidden' })
    const { message } = await setupErrorOf({ cards: order({ items }) }, proxy.endpoint)
    expect(message).toMatch(
      /failed while reading the 3 SIMs of order .*: GET \/subscribers\/\d+ answered 403 X: forbidden/,
    )
  })
})

describe('a refusal of the API', () => {
  test('of an order that nobody can pay is told', async () => {
    const shop = operator({ registerPaymentMethod: false })
    const { message, cleanup } = await setupErrorOf({ shop, cards: order({ items }) }, emulator.endpoint)
    expect(message).toMatch(
      /cards \(order\) failed while confirming order (\d+_\w+): PUT \/orders\/\1\/confirm answered 400 EMU0012: A payment method is required/,
    )
    expect(message).toContain('shop ✓  cards ✗ 400 EMU0012')
    expect(cleanup.removed).toEqual([expect.stringMatching(/^operator OP/)])
  })

  test('of an address is told', async () => {
    const shippingAddress = { addressLine1: '1', city: 'x', state: 'Nowhere', zipCode: '1234567' }
    const { message } = await setupErrorOf({ cards: order({ items, shippingAddress }) }, emulator.endpoint)
    expect(message).toMatch(/cards \(order\) failed while creating the shipping address: .* answered 400 EMU0006/)
  })

  test.each([
    ['a shipment', /orders\/ship/, /failed while shipping order .* answered 400/],
    ['a registration', /subscribers\/register/, /failed while registering the SIMs of order .* answered 400/],
  ])('of %s is told', async (_, request, message) => {
    const proxy = await startCuttingProxy(emulator.endpoint)
    proxy.spoil(request, 'before', 400)
    expect((await setupErrorOf({ cards: order({ items }) }, proxy.endpoint)).message).toMatch(message)
  })
})

const known = knownProducts.map((product) => product.productCode).join(', ')

test.each([
  ['no item', { items: [] }, 'items is empty; an order needs at least one product'],
  ['missing items', {}, 'items is empty; an order needs at least one product'],
  [
    'an unknown product',
    { items: [{ productCode: '1' }] },
    `product "1" is unknown; known are ${known}. Give the item unlisted: true if your sandbox has it`,
  ],
  [
    'a quantity of nothing',
    { items: [{ productCode, quantity: 0 }] },
    `quantity of ${productCode} must be a whole number from 1, not 0`,
  ],
  [
    'half a piece',
    { items: [{ productCode, quantity: 0.5 }] },
    `quantity of ${productCode} must be a whole number from 1, not 0.5`,
  ],
  [
    'an unknown stage',
    { items, until: 'delivered' },
    'until must be one of quoted, confirmed, shipped, registered, not "delivered"',
  ],
  [
    'an address without what the API requires',
    { items, shippingAddress: { addressLine1: '1', city: ' ' } },
    'shippingAddress needs city, state, zipCode',
  ],
])('%s is a problem of the plan', (_, options, message) => {
  expect(problemsOf({ cards: order(options as never) })).toEqual([`cards: ${message}`])
})
