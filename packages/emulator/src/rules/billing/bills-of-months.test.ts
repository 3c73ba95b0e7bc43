import { expect, test } from 'vitest'
import { billOfMonth } from './bill-of-month.ts'
import { billsOfMonths } from './bills-of-months.ts'
import { couponBalances } from './coupon-balances.ts'
import { makeInput, makeSim, traffic } from './testing/bill-parts.ts'

const coupon = {
  couponCode: 'WELCOME',
  billItemName: 'dailyDataTrafficChargeTotal',
  amount: 500,
  expiryYearMonth: '202612',
} as const

// 300 yen of data a month, in September, October and November.
const sim = makeSim({
  air: {
    '2026-09-05T08:00': traffic(0, 300),
    '2026-10-05T08:00': traffic(0, 300),
    '2026-11-05T08:00': traffic(0, 300),
  },
})

test('a coupon is used up month by month, oldest first, and not in the month that is open', () => {
  const input = makeInput([sim], { coupons: [coupon] })
  expect(
    billsOfMonths(input, '202609', '202611').map(({ month, state, appliedCouponAmount, amount }) => [
      month,
      state,
      appliedCouponAmount,
      amount,
    ]),
  ).toEqual([
    ['202609', 'closed', 300, 0],
    ['202610', 'closed', 200, 110],
    ['202611', 'open', 0, 330],
  ])
})

test('a month alone is billed like the same month among others', () => {
  expect(billOfMonth(makeInput([sim], { coupons: [coupon] }), '202610')).toMatchObject({ amount: 110, tax: 10 })
})

test('a coupon pays in the month of its expiry and not after it', () => {
  const coupons = [{ ...coupon, expiryYearMonth: '202609' }]
  const [september, october] = billsOfMonths(makeInput([sim], { coupons }), '202609', '202610')
  expect(september?.appliedCouponAmount).toBe(300)
  expect(october?.appliedCouponAmount).toBe(0)
})

test('a coupon that was bought does not pay for months before that (soracom.jp, prepaid coupons)', () => {
  const coupons = [{ ...coupon, billItemName: null, firstYearMonth: '202610' }]
  const bills = billsOfMonths(makeInput([sim], { coupons }), '202609', '202610')
  expect(bills.map(({ appliedCouponAmount }) => appliedCouponAmount)).toEqual([0, 300])
})

test('of two coupons the one that expires first is used first', () => {
  const coupons = [coupon, { ...coupon, couponCode: 'OLD', expiryYearMonth: '202610' }]
  const [september] = billsOfMonths(makeInput([sim], { coupons }), '202609', '202609')
  expect([...(september?.applied.keys() ?? [])]).toEqual(['OLD'])
})

test('the balance of a coupon is what closed months leave', () => {
  const coupons = [
    { ...coupon, amount: 700 },
    { ...coupon, couponCode: 'OTHER', billItemName: 'dailyChargeTotal' as const },
  ]
  expect([...couponBalances(makeInput([sim], { coupons }))]).toEqual([
    ['WELCOME', 100],
    ['OTHER', 500],
  ])
})

test('a month without charges has no bill', () => {
  expect(billOfMonth(makeInput([sim]), '202608')).toBeUndefined()
})
