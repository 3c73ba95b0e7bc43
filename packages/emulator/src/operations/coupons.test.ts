import { expect, test } from 'vitest'
import { logInAgain } from '../testing/log-in-again.ts'
import { openSandbox } from '../testing/open-sandbox.ts'

const request = { amount: 100, applicableBillItemName: 'dailyChargeTotal', expiryYearMonth: '202712' }

test('a coupon is nobody’s until it is registered, and has its whole balance (published sandbox document)', async () => {
  const shop = await openSandbox().operator()
  const made = await shop.call('POST', '/sandbox/coupons/create', request)
  expect(made).toMatchObject({ status: 200, body: { amount: 100, balance: 100, billItemName: 'dailyChargeTotal' } })
  expect((await shop.call('GET', '/coupons')).body).toEqual({ couponList: [] })
  const registered = await shop.call('POST', `/coupons/${made.body.couponCode}/register`)
  expect(registered).toMatchObject({ status: 200, body: { amount: 100, balance: 100 } })
  expect(registered.body).not.toHaveProperty('orderId')
  expect((await shop.call('GET', '/coupons')).body.couponList).toEqual([registered.body])
})

test('a second registration and an unknown code answer 400 (published document)', async () => {
  const { operator } = openSandbox()
  const [shop, other] = [await operator(), await operator()]
  const { couponCode } = (await shop.call('POST', '/sandbox/coupons/create', request)).body
  await shop.call('POST', `/coupons/${couponCode}/register`)
  for (const caller of [shop, other]) {
    expect((await caller.call('POST', `/coupons/${couponCode}/register`)).status).toBe(400)
  }
  expect((await shop.call('POST', '/coupons/NONE/register')).status).toBe(400)
})

test('a coupon expires in a month, years ahead too (test of the Swift client)', async () => {
  const shop = await openSandbox({ startTime: '2018-09-01' }).operator()
  const made = await shop.call('POST', '/sandbox/coupons/create', { ...request, expiryYearMonth: '202009' })
  expect(made.status).toBe(200)
  for (const expiryYearMonth of ['202013', '2020-09', '']) {
    expect((await shop.call('POST', '/sandbox/coupons/create', { ...request, expiryYearMonth })).status).toBe(400)
  }
})

test('what the request has of the answer is passed over (test of the Swift client)', async () => {
  const shop = await openSandbox().operator()
  const answer = { balance: 100, billItemName: 'what', couponCode: 'MY-OWN' }
  const { status, body } = await shop.call('POST', '/sandbox/coupons/create', { ...request, ...answer, amount: 50 })
  expect([status, body.balance, body.billItemName]).toEqual([200, 50, 'dailyChargeTotal'])
  expect(body.couponCode).not.toBe('MY-OWN')
})

test('none of the fields is required; what then holds is a setting (published sandbox document)', async () => {
  const defaultCoupon = { amount: 5, billItemName: 'dailySoracomBeamRequestChargeTotal', months: 1 } as const
  const shop = await openSandbox({ startTime: '2026-11-10', settings: { defaultCoupon } }).operator()
  const { body } = await shop.call('POST', '/sandbox/coupons/create', {})
  expect(body).toMatchObject({ amount: 5, billItemName: defaultCoupon.billItemName, expiryYearMonth: '202612' })
})

test('an amount is a whole number of 32 bits (published sandbox document)', async () => {
  const shop = await openSandbox().operator()
  for (const amount of [-1, 0.5, 2 ** 31]) {
    expect((await shop.call('POST', '/sandbox/coupons/create', { ...request, amount })).status).toBe(400)
  }
})

test('a balance goes down when a month closes and not before (soracom.jp, prepaid coupons)', async () => {
  const sandbox = openSandbox({ startTime: '2026-11-20T00:00:00Z' })
  const shop = await sandbox.operator()
  const imsi = await shop.sim({ subscription: 'plan-D' })
  await shop.call('POST', `/subscribers/${imsi}/activate`)
  const { couponCode } = (await shop.call('POST', '/sandbox/coupons/create', { ...request, amount: 150 })).body
  await shop.call('POST', `/coupons/${couponCode}/register`)
  sandbox.emulator.clock.set('2026-11-30T23:59:00Z')
  const before = await logInAgain(sandbox, shop)
  expect((await before.call('GET', '/coupons')).body.couponList).toMatchObject([{ balance: 150 }])
  sandbox.emulator.clock.set('2026-12-01T00:00:00Z')
  // Eleven days of ten yen.
  expect((await before.call('GET', '/coupons')).body.couponList).toMatchObject([{ balance: 40 }])
  expect((await before.call('GET', '/bills/202611')).body).toMatchObject({ appliedCouponAmount: 110, amount: 0 })
})
