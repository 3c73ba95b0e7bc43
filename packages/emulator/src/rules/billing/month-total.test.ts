import { expect, test } from 'vitest'
import type { BillLine } from './bill-input.ts'
import { monthTotal } from './month-total.ts'
import { makeInput } from './testing/bill-parts.ts'
import { toLinesPart } from './to-lines-part.ts'

function line(billItemName: BillLine['billItemName'], amount: number, date = '20261101'): BillLine {
  return { imsi: '1', date, billItemName, unitPrice: amount, quantity: 1, amount }
}

test('a month in yen is taxed by its time and rounded down', () => {
  const lines = [line('downloadDataCharge', 150.5)]
  // 150.5 × 1.1 = 165.55
  expect(monthTotal([toLinesPart(lines)], '202611', [], makeInput([]))).toMatchObject({
    subtotal: 150.5,
    tax: 15.05,
    amount: 165,
  })
  // 150.5 × 1.08 = 162.54, before October 2019
  expect(monthTotal([toLinesPart(lines)], '201909', [], makeInput([]))).toMatchObject({ tax: 12.04, amount: 162 })
})

test('yen are rounded as the settings ask', () => {
  const lines = [line('downloadDataCharge', 150.5)]
  expect(monthTotal([toLinesPart(lines)], '202611', [], makeInput([], { jpyRounding: 'ceil' })).amount).toBe(166)
  expect(monthTotal([toLinesPart(lines)], '202611', [], makeInput([], { jpyRounding: 'round' })).amount).toBe(166)
})

test('a month in dollars has no tax and keeps its cents', () => {
  const total = monthTotal(
    [toLinesPart([line('basicCharge', 0.06)])],
    '202611',
    [],
    makeInput([], { coverageType: 'g' }),
  )
  expect(total).toMatchObject({ currency: 'USD', tax: 0, amount: 0.06 })
})

test('a coupon pays for its item alone, and no more than its balance', () => {
  const lines = [line('basicCharge', 300), line('downloadDataCharge', 150)]
  const coupons = [
    { couponCode: 'A', billItemName: 'dailyDataTrafficChargeTotal', balance: 500 },
    { couponCode: 'B', billItemName: 'dailyChargeTotal', balance: 100 },
  ]
  const total = monthTotal([toLinesPart(lines)], '202611', coupons, makeInput([]))
  expect([...total.applied]).toEqual([
    ['A', 150],
    ['B', 100],
  ])
  // (300 + 150 − 250) × 1.1
  expect(total).toMatchObject({ appliedCouponAmount: 250, tax: 20, amount: 220 })
})

test('a coupon after tax pays for the tax of its item too', () => {
  const coupons = [{ couponCode: 'A', billItemName: 'dailyDataTrafficChargeTotal', balance: 500 }]
  const lines = [line('basicCharge', 300), line('downloadDataCharge', 150)]
  const total = monthTotal([toLinesPart(lines)], '202611', coupons, makeInput([], { couponsApply: 'afterTax' }))
  // 150 × 1.1 paid, 300 × 1.1 left
  expect(total).toMatchObject({ appliedCouponAmount: 165, tax: 45, amount: 330 })
})

test('two coupons of one item pay one after the other', () => {
  const coupons = [
    { couponCode: 'A', billItemName: 'dailyChargeTotal', balance: 200 },
    { couponCode: 'B', billItemName: 'dailyChargeTotal', balance: 200 },
  ]
  const total = monthTotal([toLinesPart([line('basicCharge', 300)])], '202611', coupons, makeInput([]))
  expect([...total.applied.values()]).toEqual([200, 100])
})

test('a coupon for daily charges pays no fee by the month', () => {
  const coupons = [{ couponCode: 'A', billItemName: 'dailyChargeTotal', balance: 200 }]
  expect(
    monthTotal([toLinesPart([line('basicCharge', 2, '202611')])], '202611', coupons, makeInput([])).applied.size,
  ).toBe(0)
})

test('a coupon without an item pays for all of them', () => {
  const lines = [line('basicCharge', 300), line('downloadDataCharge', 150), line('basicCharge', 2, '202611')]
  const total = monthTotal(
    [toLinesPart(lines)],
    '202611',
    [{ couponCode: 'A', billItemName: null, balance: 400 }],
    makeInput([]),
  )
  expect([...total.applied]).toEqual([['A', 400]])
  // (452 − 400) × 1.1
  expect(total).toMatchObject({ appliedCouponAmount: 400, amount: 57 })
})

test.each(['floor', 'round', 'ceil'] as const)(
  'what binary fractions leave over is no yen, rounded by %s',
  (jpyRounding) => {
    const lineOf = (amount: number) =>
      ({ imsi: '1', date: '20261101', billItemName: 'uploadDataCharge', unitPrice: 1, quantity: 1, amount }) as const
    const total = (amounts: readonly number[], balance: number) =>
      monthTotal(
        amounts.map((amount) => toLinesPart([lineOf(amount)])),
        '202611',
        [{ couponCode: 'A', billItemName: null, balance }],
        makeInput([], { couponsApply: 'afterTax', jpyRounding }),
      ).amount
    expect(total([(11_785_178_384 * 0.2) / 2 ** 20, (5_469_262_185 * 0.6) / 2 ** 20, 290], 6235)).toBe(0)
    expect(
      total(
        Array.from({ length: 30 }, () => 100 / 30),
        0,
      ),
    ).toBe(110)
  },
)
