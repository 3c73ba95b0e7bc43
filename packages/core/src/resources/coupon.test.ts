import { couponBillItems } from '@soracom-fixtures/api'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCuttingProxy } from '../test-support/cutting-proxy.ts'
import { expectNoSecret, problemsOf, setUp, setupErrorOf } from '../test-support/set-up.ts'
import { type CouponOptions, coupon } from './coupon.ts'
import { operator } from './operator.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

async function make(options: CouponOptions) {
  const { fx } = await setUp({ gift: coupon(options) }, emulator.endpoint)
  const { couponList } = await fx.gift.operator.client.coupons.list()
  return { gift: fx.gift, couponList }
}

describe('a coupon', () => {
  test('is there, registered, and unused', async () => {
    const { gift, couponList } = await make({
      amount: 500,
      billItem: 'dailyDataTrafficChargeTotal',
      expires: '2099-03',
    })
    expect(couponList).toMatchObject([
      {
        couponCode: gift.couponCode,
        amount: 500,
        balance: 500,
        billItemName: 'dailyDataTrafficChargeTotal',
        expiryYearMonth: '209903',
      },
    ])
    expect(gift).toEqual({
      couponCode: gift.couponCode,
      amount: 500,
      balance: 500,
      billItem: 'dailyDataTrafficChargeTotal',
      expires: '2099-03',
      registered: true,
    })
  })

  test('pays for everything until the end of next year unless told', async () => {
    const { gift, couponList } = await make({ amount: 1 })
    const expires = `${new Date().getUTCFullYear() + 1}-12`
    expect(gift).toMatchObject({ billItem: 'dailyChargeTotal', expires })
    expect(couponList).toMatchObject([{ billItemName: 'dailyChargeTotal', expiryYearMonth: expires.replace('-', '') }])
  })

  test.each(couponBillItems)('may pay for %s', async (billItem) => {
    expect((await make({ amount: 1, billItem })).couponList).toMatchObject([{ billItemName: billItem }])
  })

  test('that nobody registers is not the operator’s, and can be registered by a test', async () => {
    const { gift, couponList } = await make({ amount: 10, register: false })
    expect(gift.registered).toBe(false)
    expect(couponList).toEqual([])
    expect(await gift.operator.client.coupons.register(gift.couponCode)).toMatchObject({ amount: 10, balance: 10 })
  })

  test('may expire this month', async () => {
    const expires = new Date().toISOString().slice(0, 7)
    expect((await make({ amount: 1, expires })).gift.expires).toBe(expires)
  })

  test('survives JSON, and tells no secret of its operator', async () => {
    const password = 'Marked-Passw0rd-5'
    const { fx } = await setUp({ shop: operator({ password }), gift: coupon({ amount: 1 }) }, emulator.endpoint)
    expect(JSON.parse(JSON.stringify(fx.gift))).toEqual(fx.gift)
    const { apiKey, token } = fx.shop.credentials
    expectNoSecret(fx.gift, [password, apiKey, token])
  })
})

test('a refusal of the API is told with the coupon', async () => {
  const proxy = await startCuttingProxy(emulator.endpoint)
  proxy.spoil(/coupons\/.*\/register/, 'before', 400)
  const { message } = await setupErrorOf({ gift: coupon({ amount: 1 }) }, proxy.endpoint)
  expect(message).toMatch(
    /gift \(coupon\) failed while registering coupon (\w+): POST \/coupons\/\1\/register answered 400/,
  )
})

const amounts = 'amount must be a whole number from 1 to 2147483647, not'

test.each([
  ['an amount of nothing', { amount: 0 }, `${amounts} 0`],
  ['a part of a yen', { amount: 1.5 }, `${amounts} 1.5`],
  ['an amount beyond 32 bits', { amount: 2 ** 31 }, `${amounts} 2147483648`],
  ['a missing amount', {}, `${amounts} undefined`],
  [
    'an unknown bill item',
    { amount: 1, billItem: 'everything' },
    `bill item "everything" is unknown; there are ${couponBillItems.join(', ')}`,
  ],
  ['a month in digits', { amount: 1, expires: '202703' }, 'expires must be a month such as "2027-03", not "202703"'],
  ['a thirteenth month', { amount: 1, expires: '2027-13' }, 'expires must be a month such as "2027-03", not "2027-13"'],
  [
    'a month that is over',
    { amount: 1, expires: '2026-10' },
    'expires is 2026-10, which is over; the coupon would have expired already',
  ],
])('%s is a problem of the plan', (_, options, message) => {
  expect(problemsOf({ gift: coupon(options as never) })).toEqual([`gift: ${message}`])
})
