import { describe, expect, test } from 'vitest'
import { logInAgain } from '../testing/log-in-again.ts'
import { openSandbox, type TestOperator } from '../testing/open-sandbox.ts'

const threeCards = [{ productCode: '4573326590013', quantity: 3 }]

async function openShop(settings = {}, account = {}) {
  const sandbox = openSandbox({ startTime: '2026-11-10T12:00:00Z', settings })
  const shop = await sandbox.operator(account)
  const address = { addressLine1: '1', city: '港区', state: '東京都', zipCode: '1234567' }
  const path = `/operators/${shop.operatorId}/shipping_addresses`
  const { shippingAddressId } = (await shop.call('POST', path, address)).body
  const quote = (orderItemList: readonly object[] = threeCards, more = {}) =>
    shop.call('POST', '/orders', { orderItemList, shippingAddressId, ...more })
  const confirmed = async (orderItemList: readonly object[] = threeCards) => {
    const { orderId } = (await quote(orderItemList)).body
    await shop.call('PUT', `/orders/${orderId}/confirm`)
    return orderId as string
  }
  return { sandbox, shop, quote, confirmed }
}

const ship = (shop: TestOperator, orderId: string) =>
  shop.call('POST', '/sandbox/orders/ship', { operatorId: shop.operatorId, orderId })

describe('a quotation', () => {
  test('sums up goods, shipping and a tax on the goods alone (quotation of September 2019)', async () => {
    const { shop, quote, sandbox } = await openShop()
    const items = [{ productCode: '4573326590273', quantity: 2 }]
    const { status, body } = await quote(items)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      orderId: expect.stringMatching(/^20261110120000_[0-9a-f]{8}$/),
      currency: 'JPY',
      email: shop.email,
      shippingCost: 907,
      taxAmount: 300,
      totalAmount: 4207,
      orderItemList: [{ productAmount: 3000, quantity: 2, product: { price: 1500, productType: 'sim' } }],
    })
    expect(sandbox.emulator.counts().operatorsLeft).toBe(1)
  })

  test('of September 2019 has a tax of 8 % (quotation of September 2019)', async () => {
    const sandbox = openSandbox({ startTime: '2019-09-10T00:00:00Z' })
    const shop = await sandbox.operator()
    const address = { addressLine1: '1', city: '港区', state: '東京都', zipCode: '1234567' }
    const path = `/operators/${shop.operatorId}/shipping_addresses`
    const { shippingAddressId } = (await shop.call('POST', path, address)).body
    const orderItemList = [{ productCode: '4573326590273', quantity: 2 }]
    const { body } = await shop.call('POST', '/orders', { orderItemList, shippingAddressId })
    expect(body).toMatchObject({ shippingCost: 907, taxAmount: 240, totalAmount: 4147 })
  })

  test('is no order yet (published document)', async () => {
    const { shop, quote } = await openShop()
    const { orderId } = (await quote()).body
    expect((await shop.call('GET', '/orders')).body).toEqual({ orderList: [] })
    expect((await shop.call('GET', `/orders/${orderId}`)).status).toBe(404)
  })

  test('older than a month cannot be confirmed (published document)', async () => {
    const { sandbox, shop, quote } = await openShop()
    const [young, old] = [(await quote()).body, (await quote()).body]
    sandbox.emulator.clock.advance({ days: 30 })
    const later = await logInAgain(sandbox, shop)
    expect((await later.call('PUT', `/orders/${young.orderId}/confirm`)).status).toBe(200)
    sandbox.emulator.clock.advance({ hours: 23, days: 1 })
    const tooLate = await logInAgain(sandbox, shop)
    expect(await tooLate.call('PUT', `/orders/${old.orderId}/confirm`)).toMatchObject({
      status: 400,
      body: { code: 'EMU0014' },
    })
  })

  test('needs a payment method to be confirmed (not recorded)', async () => {
    const { shop, quote } = await openShop({}, { registerPaymentMethod: false })
    const { orderId } = (await quote()).body
    expect(await shop.call('PUT', `/orders/${orderId}/confirm`)).toMatchObject({ body: { code: 'EMU0012' } })
  })

  test('takes a delivery date of eight digits (published document)', async () => {
    const { quote } = await openShop()
    const quoted = await quote(threeCards, { preferredDeliveryDate: '20261224' })
    expect(quoted.body.preferredDeliveryDate).toBe('20261224')
    expect((await quote(threeCards, { preferredDeliveryDate: '2026-12-24' })).status).toBe(400)
  })
})

describe('an order', () => {
  test('goes from its confirmation to shipped by the sandbox’s own call, at once (published sandbox document)', async () => {
    const { shop, quote } = await openShop()
    const { orderId } = (await quote()).body
    const confirmed = await shop.call('PUT', `/orders/${orderId}/confirm`)
    expect(confirmed.body).toMatchObject({ orderStatus: 'orderProcessing', orderDateTime: '20261110120000' })
    expect((await shop.call('PUT', `/orders/${orderId}/confirm`)).body.code).toBe('EMU0013')
    expect(await ship(shop, orderId)).toMatchObject({ status: 200, body: undefined })
    expect((await shop.call('GET', `/orders/${orderId}`)).body).toMatchObject({
      orderStatus: 'shipped',
      shippingDateTime: '20261110120000',
    })
  })

  test('may begin as `ordering`, as older notes have it', async () => {
    const { shop, quote } = await openShop({ orderStatusAfterConfirm: 'ordering' })
    const { orderId } = (await quote()).body
    expect((await shop.call('PUT', `/orders/${orderId}/confirm`)).body.orderStatus).toBe('ordering')
  })

  test('has its times in UTC, or in Japan’s by the setting (not recorded)', async () => {
    const { shop, confirmed } = await openShop({ orderZoneOffsetMinutes: 540 })
    const orderId = await confirmed()
    expect(orderId).toMatch(/^20261110210000_/)
    expect((await shop.call('GET', `/orders/${orderId}`)).body.orderDateTime).toBe('20261110210000')
  })

  test('is cancelled with 204 before it is shipped and not after that (published document)', async () => {
    const { shop, confirmed } = await openShop()
    const [first, second] = [await confirmed(), await confirmed()]
    expect(await shop.call('PUT', `/orders/${first}/cancel`)).toMatchObject({ status: 204, body: undefined })
    expect((await shop.call('GET', `/orders/${first}`)).body.orderStatus).toBe('cancelled')
    expect((await ship(shop, first)).status).toBe(400)
    await ship(shop, second)
    expect((await shop.call('PUT', `/orders/${second}/cancel`)).body.code).toBe('EMU0013')
  })

  test('shows its SIMs once it is shipped, and they are registered by a call of their own (since November 2018)', async () => {
    const { shop, confirmed } = await openShop()
    const orderId = await confirmed()
    const list = async () => (await shop.call('GET', `/orders/${orderId}/subscribers`)).body.orderedSubscriberList
    expect(await list()).toEqual([])
    expect((await shop.call('POST', `/orders/${orderId}/subscribers/register`)).status).toBe(400)
    await ship(shop, orderId)
    expect(await list()).toHaveLength(3)
    expect((await shop.call('GET', '/subscribers')).body).toEqual([])
    expect(await shop.call('POST', `/orders/${orderId}/subscribers/register`)).toMatchObject({ status: 204 })
    expect((await shop.call('GET', '/subscribers')).body).toHaveLength(3)
    // The product of the command-line client's test behaves like plan-D.
    expect((await shop.call('GET', '/subscribers')).body[0]).toMatchObject({ subscription: 'plan-D', status: 'ready' })
  })

  test('gives its SIMs by pages, with the IMSI of the last as key (published document)', async () => {
    const { shop, confirmed } = await openShop()
    const orderId = await confirmed()
    await ship(shop, orderId)
    const path = `/orders/${orderId}/subscribers`
    const first = await shop.call('GET', `${path}?limit=2`)
    const key = first.headers['x-soracom-next-key'] ?? ''
    expect(first.body.orderedSubscriberList.map(({ imsi }: { imsi: string }) => imsi).at(-1)).toBe(key)
    const second = await shop.call('GET', `${path}?limit=2&last_evaluated_key=${key}`)
    expect(second.body.orderedSubscriberList).toHaveLength(1)
    expect(second.headers.link).toBe(`</v1${path}?limit=2&last_evaluated_key=>; rel=prev`)
  })

  test('that is shipped twice has its SIMs once (harmless by the setting)', async () => {
    const { shop, confirmed } = await openShop()
    const orderId = await confirmed()
    for (let count = 0; count < 2; count += 1) expect((await ship(shop, orderId)).status).toBe(200)
    const { body } = await shop.call('GET', `/orders/${orderId}/subscribers`)
    expect(body.orderedSubscriberList).toHaveLength(3)
  })

  test('that does not exist, or is another’s, cannot be shipped: 400 (published sandbox document)', async () => {
    const { sandbox, shop, confirmed } = await openShop()
    const orderId = await confirmed()
    const other = await sandbox.operator()
    expect((await ship(shop, '20260101000000_00000000')).status).toBe(400)
    expect((await ship(other, orderId)).status).toBe(400)
    const named = { operatorId: shop.operatorId, orderId }
    expect((await other.call('POST', '/sandbox/orders/ship', named)).status).toBe(400)
  })

  test('is told for 18 months (published document)', async () => {
    const { sandbox, shop, confirmed } = await openShop()
    const orderId = await confirmed()
    await ship(shop, orderId)
    sandbox.emulator.clock.set('2028-05-10T00:00:00Z')
    const within = await logInAgain(sandbox, shop)
    expect((await within.call('GET', '/orders')).body.orderList).toHaveLength(1)
    sandbox.emulator.clock.set('2028-05-11T00:00:00Z')
    const beyond = await logInAgain(sandbox, shop)
    expect((await beyond.call('GET', '/orders')).body.orderList).toEqual([])
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/subscribers'],
      ['POST', '/subscribers/register'],
    ] as const) {
      expect((await beyond.call(method, `/orders/${orderId}${path}`)).status).toBe(404)
    }
  })

  test('keeps its address when the address is changed later', async () => {
    const { shop, confirmed } = await openShop()
    const orderId = await confirmed()
    const { shippingAddressId } = (await shop.call('GET', `/orders/${orderId}`)).body
    const moved = { addressLine1: '9', city: '新宿区', state: '東京都', zipCode: '1234567' }
    await shop.call('PUT', `/operators/${shop.operatorId}/shipping_addresses/${shippingAddressId}`, moved)
    expect((await shop.call('GET', `/orders/${orderId}`)).body.shippingAddress).toMatchObject({ city: '港区' })
  })
})

describe('initial settings', () => {
  test('reach the SIMs of their subscription when these are registered (published document)', async () => {
    const { shop, confirmed } = await openShop()
    const { groupId } = (await shop.call('POST', '/groups', {})).body
    const items = [
      { productCode: '4573326590013', quantity: 1 },
      { productCode: '4573326590273', quantity: 1 },
    ]
    const orderId = await confirmed(items)
    const simInitialSettings = { 'plan-D': { groupId, speedClass: 's1.slow', tags: { location: 'hq' } } }
    const path = `/orders/${orderId}/resource_initial_setting`
    const set = await shop.call('PUT', path, { simInitialSettings })
    expect(set).toMatchObject({ status: 200, body: { orderId, resourceInitialSetting: { simInitialSettings } } })
    await ship(shop, orderId)
    await shop.call('POST', `/orders/${orderId}/subscribers/register`)
    const sims = (await shop.call('GET', '/subscribers')).body
    const byPlan = Object.fromEntries(sims.map((sim: { subscription: string }) => [sim.subscription, sim]))
    expect(byPlan['plan-D']).toMatchObject({ groupId, speedClass: 's1.slow', tags: { location: 'hq' } })
    expect(byPlan['plan-KM1']).toMatchObject({ groupId: null, speedClass: 't1.standard', tags: {} })
    expect((await shop.call('GET', `/groups/${groupId}/subscribers`)).body).toHaveLength(1)
  })

  test('can be changed until the SIMs are registered, which confirms their receipt (published document)', async () => {
    const { shop, confirmed } = await openShop()
    const orderId = await confirmed()
    const put = (tags: object) =>
      shop.call('PUT', `/orders/${orderId}/resource_initial_setting`, { simInitialSettings: { 'plan-D': { tags } } })
    await put({ name: 'one' })
    await ship(shop, orderId)
    expect((await put({ name: 'two' })).status).toBe(200)
    await shop.call('POST', `/orders/${orderId}/subscribers/register`)
    expect(await put({ name: 'three' })).toMatchObject({ status: 400, body: { code: 'EMU0192' } })
    expect((await shop.call('GET', '/subscribers')).body[0].tags).toEqual({ name: 'two' })
  })

  test('that do not fit are refused with 400, and an unknown order with 404 (published document)', async () => {
    const { sandbox, shop, quote, confirmed } = await openShop()
    const orderId = await confirmed()
    const other = await sandbox.operator()
    const foreign = (await other.call('POST', '/groups', {})).body
    const codeOf = async (simInitialSettings: unknown) => {
      const path = `/orders/${orderId}/resource_initial_setting`
      const { status, body } = await shop.call('PUT', path, { simInitialSettings })
      return `${status} ${body.code}`
    }
    expect(await codeOf({ 'plan-X': {} })).toBe('400 EMU0006')
    expect(await codeOf({ 'plan-D': { speedClass: 'u1.slow' } })).toBe('400 EMU0021')
    expect(await codeOf({ 'plan-D': { groupId: foreign.groupId } })).toBe('400 EMU0005')
    expect(await codeOf({ 'plan-D': { tags: { a: 1 } } })).toBe('400 COM0008')
    const { orderId: quotationId } = (await quote()).body
    for (const id of ['20260101000000_00000000', quotationId]) {
      expect((await shop.call('PUT', `/orders/${id}/resource_initial_setting`, {})).status).toBe(404)
    }
    await shop.call('PUT', `/orders/${orderId}/cancel`)
    expect(await codeOf({})).toBe('400 EMU0013')
  })
})
