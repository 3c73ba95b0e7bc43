import { expect, test } from 'vitest'
import { logInAgain } from '../testing/log-in-again.ts'
import { openSandbox } from '../testing/open-sandbox.ts'

test('a coupon is quoted, ordered and registered at once (published document)', async () => {
  const shop = await openSandbox({ startTime: '2018-03-28T00:00:00Z' }).operator()
  const quotation = await shop.call('POST', '/coupons', { amount: 5000 })
  expect(quotation.status).toBe(201)
  expect(quotation.body.orderId).toMatch(/^20180328000000_[0-9a-f]{8}$/)
  // Bought on 28 March 2018 it pays up to April 2019 (soracom.jp, prepaid coupons).
  expect(quotation.body).toMatchObject({
    amount: 5000,
    taxAmount: 0,
    totalAmount: 5000,
    currency: 'JPY',
    expiryYearMonth: '201904',
  })
  expect((await shop.call('GET', '/coupons')).body.couponList).toEqual([])
  const { orderId } = quotation.body
  const ordered = await shop.call('PUT', `/coupons/${orderId}/confirm`)
  expect(ordered).toMatchObject({
    status: 200,
    body: { orderId, amount: 5000, balance: 5000, expiryYearMonth: '201904' },
  })
  expect((await shop.call('GET', '/coupons')).body.couponList).toEqual([ordered.body])
})

test('it costs from 1,000 to 10,000,000 whole yen (soracom.jp, prepaid coupons)', async () => {
  const shop = await openSandbox().operator()
  for (const amount of [999, 1000.5, 10_000_001]) {
    expect((await shop.call('POST', '/coupons', { amount })).status).toBe(400)
  }
  for (const amount of [1000, 10_000_000]) expect((await shop.call('POST', '/coupons', { amount })).status).toBe(201)
})

test('it is for Japanese coverage (soracom.jp, prepaid coupons)', async () => {
  const shop = await openSandbox().operator({ coverageTypes: ['g'] })
  expect(await shop.call('POST', '/coupons', { amount: 5000 })).toMatchObject({
    status: 400,
    body: { code: 'EMU0190' },
  })
})

test('it pays for every charge of a month (soracom.jp, prepaid coupons)', async () => {
  const sandbox = openSandbox({ startTime: '2026-11-30T12:00:00Z' })
  const shop = await sandbox.operator()
  const imsi = await shop.sim({ subscription: 'plan-D' })
  await shop.call('POST', `/subscribers/${imsi}/activate`)
  const dataTrafficStatsMap = { 's1.fast': { downloadByteSizeTotal: 100 * 1_048_576 } }
  const point = { unixtime: Date.UTC(2026, 10, 30) / 1000, dataTrafficStatsMap }
  await shop.call('POST', `/sandbox/stats/air/subscribers/${imsi}`, point)
  const { orderId } = (await shop.call('POST', '/coupons', { amount: 1000 })).body
  await shop.call('PUT', `/coupons/${orderId}/confirm`)
  sandbox.emulator.clock.set('2026-12-01T00:00:00Z')
  expect((await shop.call('GET', '/bills/202611')).body).toMatchObject({ appliedCouponAmount: 110, amount: 0 })
  expect((await shop.call('GET', '/coupons')).body.couponList).toMatchObject([{ balance: 890 }])
})

test('a quotation is ordered once, by its operator, with something to pay with, and within a month', async () => {
  const sandbox = openSandbox()
  const [shop, other] = [await sandbox.operator(), await sandbox.operator({ registerPaymentMethod: false })]
  const { orderId } = (await shop.call('POST', '/coupons', { amount: 1000 })).body
  expect((await other.call('PUT', `/coupons/${orderId}/confirm`)).status).toBe(404)
  expect((await shop.call('PUT', `/coupons/${orderId}/confirm`)).status).toBe(200)
  expect((await shop.call('PUT', `/coupons/${orderId}/confirm`)).body.code).toBe('EMU0013')
  const unpayable = (await other.call('POST', '/coupons', { amount: 1000 })).body
  expect((await other.call('PUT', `/coupons/${unpayable.orderId}/confirm`)).body.code).toBe('EMU0012')
  const old = (await shop.call('POST', '/coupons', { amount: 1000 })).body
  sandbox.emulator.clock.advance({ days: 32 })
  const later = await logInAgain(sandbox, shop)
  expect((await later.call('PUT', `/coupons/${old.orderId}/confirm`)).body.code).toBe('EMU0014')
})

test('the tax on a coupon is a setting', async () => {
  const shop = await openSandbox({ settings: { couponTaxRate: 0.1 } }).operator()
  const { body } = await shop.call('POST', '/coupons', { amount: 1000 })
  expect(body).toMatchObject({ taxAmount: 100, totalAmount: 1100 })
})
