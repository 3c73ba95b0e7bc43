import { expect, test } from 'vitest'
import { openSandbox, type TestOperator, type TestSandbox } from '../testing/open-sandbox.ts'
import { readMails } from '../testing/read-mail.ts'

interface Shops {
  readonly sandbox: TestSandbox
  readonly giver: TestOperator
  readonly taker: TestOperator
}

async function openShops(settings = {}): Promise<Shops> {
  const sandbox = openSandbox({ startTime: '2026-11-10T12:00:00Z', settings })
  return { sandbox, giver: await sandbox.operator(), taker: await sandbox.operator() }
}

function issue({ giver, taker }: Shops, transferImsi: readonly string[], changes = {}) {
  return giver.call('POST', '/subscribers/transfer_token/issue', {
    transferDestinationOperatorEmail: taker.email,
    transferDestinationOperatorId: taker.operatorId,
    transferImsi,
    ...changes,
  })
}

test('ready SIMs go to the operator that accepts their token (published document)', async () => {
  const shops = await openShops()
  const imsis = [await shops.giver.sim(), await shops.giver.sim()]
  const { status, body } = await issue(shops, imsis)
  expect(status).toBe(200)
  expect(body.token).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4,12}){9}$/)
  const accepted = await shops.taker.call('POST', '/subscribers/transfer_token/verify', { token: body.token })
  expect(accepted).toMatchObject({ status: 200, body: { transferredImsi: imsis } })
  for (const imsi of imsis) {
    expect((await shops.giver.call('GET', `/subscribers/${imsi}`)).status).toBe(404)
    const taken = await shops.taker.call('GET', `/subscribers/${imsi}`)
    expect(taken.body).toMatchObject({ operatorId: shops.taker.operatorId, status: 'ready' })
  }
  expect((await shops.giver.call('GET', '/sims')).body).toEqual([])
  expect((await shops.taker.call('GET', '/sims')).body).toHaveLength(2)
})

test('a token comes to its receiver by mail (published document)', async () => {
  const shops = await openShops()
  const { token } = (await issue(shops, [await shops.giver.sim()])).body
  expect(await readMails(shops.sandbox, shops.taker.email)).toMatchObject([{ kind: 'simTransfer', token }])
  expect(await readMails(shops.sandbox, shops.giver.email)).toEqual([])
})

test('a token is used once', async () => {
  const shops = await openShops()
  const { token } = (await issue(shops, [await shops.giver.sim()])).body
  await shops.taker.call('POST', '/subscribers/transfer_token/verify', { token })
  const again = await shops.taker.call('POST', '/subscribers/transfer_token/verify', { token })
  expect(again).toMatchObject({ status: 400, body: { code: 'COM0006' } })
})

test('a token is for its receiver alone', async () => {
  const shops = await openShops()
  const stranger = await shops.sandbox.operator()
  const { token } = (await issue(shops, [await shops.giver.sim()])).body
  for (const other of [stranger, shops.giver]) {
    expect((await other.call('POST', '/subscribers/transfer_token/verify', { token })).status).toBe(400)
  }
  for (const other of [stranger, shops.taker]) {
    const { status, body } = await other.call('DELETE', `/subscribers/transfer_token/${token}`)
    expect(status).toBe(404)
    expect(JSON.stringify(body)).not.toContain(token)
  }
})

test('a transfer that is cancelled leaves the SIMs where they are (published document)', async () => {
  const shops = await openShops()
  const imsi = await shops.giver.sim()
  const { token } = (await issue(shops, [imsi])).body
  expect((await shops.giver.call('DELETE', `/subscribers/transfer_token/${token}`)).status).toBe(204)
  expect((await shops.giver.call('DELETE', `/subscribers/transfer_token/${token}`)).status).toBe(404)
  expect((await shops.taker.call('POST', '/subscribers/transfer_token/verify', { token })).status).toBe(400)
  expect((await issue(shops, [imsi])).status).toBe(200)
})

test('a SIM whose status is changed meanwhile is not transferred any more (published document)', async () => {
  const shops = await openShops()
  const [changed, kept] = [await shops.giver.sim(), await shops.giver.sim()]
  const { token } = (await issue(shops, [changed, kept])).body
  await shops.giver.call('POST', `/subscribers/${changed}/activate`)
  const { body } = await shops.taker.call('POST', '/subscribers/transfer_token/verify', { token })
  expect(body.transferredImsi).toEqual([kept])
  const last = (await issue(shops, [await shops.giver.sim()])).body
  const [sim] = (await shops.giver.call('GET', '/subscribers?status_filter=ready')).body
  await shops.giver.call('POST', `/sims/${sim.simId}/deactivate`)
  const none = await shops.taker.call('POST', '/subscribers/transfer_token/verify', last)
  expect(none).toMatchObject({ status: 400, body: { code: 'EMU0189' } })
})

test('what cannot be transferred is refused, and nothing is begun', async () => {
  const shops = await openShops()
  const [ready, active, moving] = [await shops.giver.sim(), await shops.giver.sim(), await shops.giver.sim()]
  await shops.giver.call('POST', `/subscribers/${active}/activate`)
  await issue(shops, [moving])
  const virtual = await shops.giver.call('POST', '/sims', { type: 'virtual', subscription: 'planArc01' })
  const codeOf = async (imsis: readonly string[], changes = {}) => {
    const { status, body } = await issue(shops, imsis, changes)
    return `${status} ${body.code}`
  }
  expect(await codeOf([])).toBe('400 EMU0006')
  expect(await codeOf([ready, active])).toBe('400 EMU0187')
  expect(await codeOf([moving])).toBe('400 EMU0188')
  expect(await codeOf(['001019999999999'])).toBe('400 EMU0005')
  expect(await codeOf([await shops.taker.sim()])).toBe('400 EMU0005')
  expect(await codeOf([virtual.body.simId])).toBe('400 EMU0181')
  expect(await codeOf([ready], { transferDestinationOperatorEmail: 'wrong@example.com' })).toBe('400 EMU0186')
  expect(await codeOf([ready], { transferDestinationOperatorId: shops.giver.operatorId })).toBe('400 EMU0186')
  expect((await issue(shops, [ready])).status).toBe(200)
})

test('tags, expiry and IMEI lock go along; group and speed class do not (changelog of the vendor)', async () => {
  const shops = await openShops()
  const imsi = await shops.giver.sim({ subscription: 'plan01s' })
  const { groupId } = (await shops.giver.call('POST', '/groups', {})).body
  await shops.giver.call('POST', `/subscribers/${imsi}/set_group`, { groupId })
  await shops.giver.call('PUT', `/subscribers/${imsi}/tags`, [{ tagName: 'name', tagValue: 'meter' }])
  await shops.giver.call('POST', `/subscribers/${imsi}/update_speed_class`, { speedClass: 's1.slow' })
  await shops.giver.call('POST', `/subscribers/${imsi}/set_imei_lock`, { imei: '123456789012345' })
  await shops.taker.call('POST', '/subscribers/transfer_token/verify', (await issue(shops, [imsi])).body)
  expect((await shops.taker.call('GET', `/subscribers/${imsi}`)).body).toMatchObject({
    groupId: null,
    tags: { name: 'meter' },
    speedClass: 's1.standard',
    imeiLock: { imei: '123456789012345' },
  })
  expect((await shops.giver.call('GET', `/groups/${groupId}/subscribers`)).body).toEqual([])
})

test('what goes along is a setting', async () => {
  const shops = await openShops({ transferKeeps: [] })
  const imsi = await shops.giver.sim()
  await shops.giver.call('PUT', `/subscribers/${imsi}/tags`, [{ tagName: 'name', tagValue: 'meter' }])
  await shops.taker.call('POST', '/subscribers/transfer_token/verify', (await issue(shops, [imsi])).body)
  expect((await shops.taker.call('GET', `/subscribers/${imsi}`)).body.tags).toEqual({})
})

test('usage and history before the transfer stay with the former operator (guide to transfers)', async () => {
  const shops = await openShops()
  const { giver, taker, sandbox } = shops
  const imsi = await giver.sim({ subscription: 'plan-D' })
  const unixtime = Date.UTC(2026, 9, 3) / 1000
  const dataTrafficStatsMap = { 's1.fast': { downloadByteSizeTotal: 50 * 1_048_576 } }
  await giver.call('POST', `/sandbox/stats/air/subscribers/${imsi}`, { unixtime, dataTrafficStatsMap })
  sandbox.emulator.clock.advance({ hours: 13 })
  await taker.call('POST', '/subscribers/transfer_token/verify', (await issue(shops, [imsi])).body)
  await taker.call('POST', `/subscribers/${imsi}/activate`)
  expect((await giver.call('GET', '/bills/202610')).body).toMatchObject({ amount: 55 })
  expect((await taker.call('GET', '/bills/202610')).status).toBe(404)
  const span = `from=${unixtime}&to=${unixtime}&period=day`
  expect((await taker.call('GET', `/stats/air/subscribers/${imsi}?${span}`)).body).toEqual([])
  expect((await taker.call('GET', `/sims/${imsi}/statuses/history`)).body).toHaveLength(2)
  const days = await taker.call('GET', '/bills/202611/daily')
  expect(days.body.billList).toEqual([{ date: '20261111', amount: 10, currency: 'JPY' }])
  expect((await giver.call('GET', '/bills/202611')).status).toBe(404)
})

test('a transfer ends with either of its operators, and a SIM lives on with its new one', async () => {
  const shops = await openShops()
  const [first, second] = [await shops.giver.sim(), await shops.giver.sim()]
  await shops.taker.call('POST', '/subscribers/transfer_token/verify', (await issue(shops, [first])).body)
  const { token } = (await issue(shops, [second])).body
  await shops.giver.call('DELETE', `/sandbox/operators/${shops.giver.operatorId}`)
  expect((await shops.taker.call('POST', '/subscribers/transfer_token/verify', { token })).status).toBe(400)
  expect((await shops.taker.call('GET', `/subscribers/${first}`)).status).toBe(200)
})

test('an order tells nothing of what a SIM has that went on to another', async () => {
  const shops = await openShops()
  const { giver, taker } = shops
  const address = { addressLine1: '1', city: '港区', state: '東京都', zipCode: '1234567' }
  const path = `/operators/${giver.operatorId}/shipping_addresses`
  const { shippingAddressId } = (await giver.call('POST', path, address)).body
  const orderItemList = [{ productCode: '4573326590013', quantity: 1 }]
  const { orderId } = (await giver.call('POST', '/orders', { orderItemList, shippingAddressId })).body
  await giver.call('PUT', `/orders/${orderId}/confirm`)
  await giver.call('POST', '/sandbox/orders/ship', { operatorId: giver.operatorId, orderId })
  await giver.call('POST', `/orders/${orderId}/subscribers/register`)
  const [{ imsi }] = (await giver.call('GET', `/orders/${orderId}/subscribers`)).body.orderedSubscriberList
  await taker.call('POST', '/subscribers/transfer_token/verify', (await issue(shops, [imsi])).body)
  await taker.call('PUT', `/subscribers/${imsi}/bundles`, ['D-500MB'])
  const [row] = (await giver.call('GET', `/orders/${orderId}/subscribers`)).body.orderedSubscriberList
  expect(row).toMatchObject({ imsi, bundles: null })
})
