import { defineRateCard } from '@soracom-fixtures/api/billing'
import { expect, test } from 'vitest'
import { billOfMonth } from './bill-of-month.ts'
import { billsOfMonths } from './bills-of-months.ts'
import { at, change, makeInput, makeSim, mebibyte, traffic } from './testing/bill-parts.ts'
import { toDailyBills } from './to-daily-bills.ts'
import { toItemSummary } from './to-item-summary.ts'

// The cases of docs/billing.md. Every figure that is expected is worked out by hand, with the prices written out.

test('a week of a meter in use', () => {
  // #region week
  const sim = makeSim({
    subscription: 'plan-D',
    history: [change('2026-10-25T09:00', 'active')],
    air: { '2026-10-26T08:00': traffic(5, 20), '2026-10-27T08:00': traffic(10, 0) },
  })
  const bill = billOfMonth(makeInput([sim]), '202610')
  const basic = 7 * 10 // the 25th to the 31st, 10 yen a day
  const data = 5 * 0.3 + 20 * 1 + 10 * 0.3 // s1.fast: 0.30 yen a MiB up, 1.00 yen down
  expect(bill).toMatchObject({ subtotal: basic + data, tax: 9.45, amount: 103 }) // 94.5 + 9.45, rounded down
  // #endregion
})

test('a coupon pays for its item when the month closes, and is carried over', () => {
  // #region coupon
  const day = traffic(0, 300) // 300 yen
  const sim = makeSim({ air: { '2026-09-10T00:00': day, '2026-10-10T00:00': day, '2026-11-05T00:00': day } })
  const coupon = { couponCode: 'A', billItemName: 'dailyDataTrafficChargeTotal', amount: 500 } as const
  const coupons = [{ ...coupon, expiryYearMonth: '202703' }]
  const [september, october, november] = billsOfMonths(makeInput([sim], { coupons }), '202609', '202611')
  expect(september).toMatchObject({ appliedCouponAmount: 300, amount: 0 }) // 200 are left
  expect(october).toMatchObject({ appliedCouponAmount: 200, amount: 110 }) // 300 − 200, and 10 % of tax
  expect(november).toMatchObject({ state: 'open', appliedCouponAmount: 0, amount: 330 }) // not closed yet
  // #endregion
})

test('a coupon of another item pays nothing, and one that has expired neither', () => {
  // #region expired
  const sim = makeSim({ air: { '2026-10-10T00:00': traffic(0, 300) } })
  const beam = { couponCode: 'A', billItemName: 'dailySoracomBeamRequestChargeTotal', amount: 500 } as const
  const old = { couponCode: 'B', billItemName: 'dailyDataTrafficChargeTotal', amount: 500 } as const
  const coupons = [
    { ...beam, expiryYearMonth: '202703' },
    { ...old, expiryYearMonth: '202609' },
  ]
  expect(billOfMonth(makeInput([sim], { coupons }), '202610')).toMatchObject({ appliedCouponAmount: 0, amount: 330 })
  // #endregion
})

test('Beam has a free tier of the whole operator', () => {
  // #region beam
  const parts = { subscription: 'plan01s' } as const
  const first = makeSim({ ...parts, imsi: '1', beam: { '2026-10-01T00:00': 70_000 } })
  const second = makeSim({ ...parts, imsi: '2', beam: { '2026-10-02T00:00': 70_000 } })
  const bill = billOfMonth(makeInput([first, second], { coverageType: 'g' }), '202610')
  const charged = 70_000 + 70_000 - 100_000 // 100,000 a month are free
  expect(bill).toMatchObject({ currency: 'USD', subtotal: (charged / 10_000) * 0.09, amount: 0.36 })
  // #endregion
})

test('a bundle includes bytes, of each SIM or of all together', () => {
  // #region bundle
  const bundle = { bundle: 'D-500MB', price: 300, includedBytes: 500 * mebibyte } as const
  const overage = { price: 0.5, perBytes: mebibyte, unitBytes: mebibyte }
  const cardWith = (more: object) =>
    defineRateCard({ name: 'mine', source: 'our contract', asOf: '2026', bundleFees: [{ ...bundle, ...more }] })
  const history = [change('2026-10-01T00:00', 'ready', ['D-500MB'])]
  const heavy = makeSim({ imsi: '1', history, air: { '2026-10-05T00:00': traffic(0, 800) } })
  const light = makeSim({ imsi: '2', history, air: { '2026-10-05T00:00': traffic(0, 100) } })
  const amountBy = (more: object) =>
    billOfMonth(makeInput([heavy, light], { card: cardWith(more) }), '202610')?.subtotal
  expect(amountBy({})).toBe(300 + 300 + (800 - 500) * 1) // the prices of plan-D beyond it
  expect(amountBy({ overage })).toBe(300 + 300 + (800 - 500) * 0.5)
  expect(amountBy({ pooled: true })).toBe(300 + 300) // 900 of 1,000 MiB
  // #endregion
})

test('a change of the speed class changes the price from then on', () => {
  // #region speed-class
  const air = { '2026-10-05T08:00': traffic(0, 10, 's1.fast'), '2026-10-05T20:00': traffic(0, 10, 's1.minimum') }
  expect(billOfMonth(makeInput([makeSim({ air })]), '202610')).toMatchObject({ subtotal: 10 * 1 + 10 * 0.6 })
  // #endregion
})

test('a SIM that is terminated in the middle of a month costs up to that day', () => {
  // #region terminated
  const history = [change('2026-10-01T00:00', 'active'), change('2026-10-10T15:00', 'terminated')]
  expect(billOfMonth(makeInput([makeSim({ history })]), '202610')).toMatchObject({ subtotal: 10 * 10 }) // 1st to 10th
  // #endregion
})

test('a month ends at midnight in UTC', () => {
  // #region month-end
  // In Japan both are the first of November.
  const air = { '2026-10-31T23:59:59': traffic(0, 7), '2026-11-01T00:00:00': traffic(0, 5) }
  const [october, november] = billsOfMonths(makeInput([makeSim({ air })]), '202610', '202611')
  expect([october?.subtotal, november?.subtotal]).toEqual([7, 5])
  // #endregion
})

test('a leap day is a day', () => {
  // #region leap-day
  const history = [change('2028-02-01T00:00', 'active')]
  const sim = makeSim({ history, air: { '2028-02-29T12:00': traffic(0, 3) } })
  const bill = billOfMonth(makeInput([sim], { nowMs: at('2028-03-02T00:00') }), '202802')
  expect(bill?.subtotal).toBe(29 * 10 + 3)
  expect(bill && toDailyBills(bill).billList[0]).toMatchObject({ date: '20280229', amount: 10 + 3 })
  // #endregion
})

test('tax changes with the month', () => {
  // #region tax
  const sim = makeSim({ air: { '2019-09-30T23:00': traffic(0, 1000), '2019-10-01T00:00': traffic(0, 1000) } })
  const input = makeInput([sim], { nowMs: at('2019-11-05T00:00') })
  const [september, october] = billsOfMonths(input, '201909', '201910')
  expect([september?.amount, october?.amount]).toEqual([1000 + 80, 1000 + 100]) // 8 %, then 10 %
  // #endregion
})

test('hours may have prices of their own', () => {
  // #region hours
  const price = { subscription: 'plan-D', speedClass: 's1.fast', perBytes: mebibyte, unitBytes: 1 } as const
  const night = { ...price, price: 0.2, hours: { fromHour: 2, toHour: 6, zoneOffsetMinutes: 540 } }
  const card = defineRateCard({
    name: 'with a night',
    source: 'our contract',
    asOf: '2026',
    dataPrices: [
      { ...night, direction: 'download' },
      { ...price, price: 1, direction: 'download' },
    ],
  })
  // 02:00 in Japan is 17:00 in UTC, and 06:00 is 21:00.
  const air = {
    '2026-10-05T16:55': traffic(0, 1),
    '2026-10-05T17:00': traffic(0, 10),
    '2026-10-05T21:00': traffic(0, 100),
  }
  expect(billOfMonth(makeInput([makeSim({ air })], { card }), '202610')?.subtotal).toBe(1 * 1 + 10 * 0.2 + 100 * 1)
  // #endregion
})

test('units round up for each SIM and day', () => {
  // #region units
  const subscription = 'plan01s-low_data_volume' // 0.5 dollars a MiB, in units of 100 KiB
  const bytes = (upload: number) => new Map([['s1.standard', [upload, 0, 0, 0]]])
  const air = { '2026-10-05T00:00': bytes(1), '2026-10-05T12:00': bytes(102_400), '2026-10-06T00:00': bytes(1) }
  const bill = billOfMonth(makeInput([makeSim({ subscription, air })], { coverageType: 'g' }), '202610')
  const unit = (100 * 1024 * 0.5) / mebibyte
  expect(bill?.subtotal).toBe(2 * unit + 1 * unit) // 102,401 bytes are two units, and one byte is one
  // #endregion
})

test('a bundle that is put in the middle of a month costs all of it, and frees all of it', () => {
  // #region bundle-change
  const bundleFees = [{ bundle: 'D-500MB', price: 300, includedBytes: 500 * mebibyte }]
  const card = defineRateCard({ name: 'mine', source: 'our contract', asOf: '2026', bundleFees })
  const history = [change('2026-10-01T00:00', 'ready'), change('2026-10-16T00:00', 'ready', ['D-500MB'])]
  const air = { '2026-10-05T00:00': traffic(0, 400), '2026-10-20T00:00': traffic(0, 400) }
  const bill = billOfMonth(makeInput([makeSim({ history, air })], { card }), '202610')
  expect(bill?.subtotal).toBe(300 + (400 + 400 - 500) * 1) // 400 on the 5th and 100 on the 20th are included
  // #endregion
})

test('a fee by the month is charged in full, or for its days where the card says so', () => {
  // #region prorated
  const fee = { subscription: 'plan-K', per: 'month', statuses: ['active'], price: 310 } as const
  const cardWith = (prorated: boolean) =>
    defineRateCard({ name: 'mine', source: 'our contract', asOf: '2026', basicFees: [{ ...fee, prorated }] })
  const history = [change('2026-10-11T09:00', 'active'), change('2026-10-20T09:00', 'terminated')]
  const sim = makeSim({ subscription: 'plan-K', history })
  const subtotalBy = (prorated: boolean) =>
    billOfMonth(makeInput([sim], { card: cardWith(prorated) }), '202610')?.subtotal
  expect(subtotalBy(false)).toBe(310)
  expect(subtotalBy(true)).toBe((310 / 31) * 10) // the 11th to the 20th of 31 days
  // #endregion
})

test('a card tells the currency and how a total is rounded', () => {
  // #region rounding
  const cent = { decimals: 2, mode: 'round' } as const
  const currencies = [{ coverageType: 'g', currency: 'EUR', rounding: cent }] as const
  const taxRates = [{ coverageType: 'g', fromMonth: '202601', rate: 0.19 }] as const
  const card = defineRateCard({ name: 'mine', source: 'our contract', asOf: '2026', currencies, taxRates })
  const sim = makeSim({ subscription: 'planP1', history: [change('2026-10-01T00:00', 'active')] })
  const bill = billOfMonth(makeInput([sim], { card, coverageType: 'g' }), '202610')
  expect(bill).toMatchObject({ currency: 'EUR', subtotal: 1.8, tax: 0.342, amount: 2.14 }) // 2.142
  // #endregion
})

test('fees of the month are in the month and its items, and in no day', () => {
  const bundleFees = [{ bundle: 'D-500MB', price: 300, source: 'this test', asOf: '2026' }] as const
  const card = defineRateCard({ name: 'mine', source: 'this test', asOf: '2026', bundleFees })
  const history = [change('2026-10-31T00:00', 'active', ['D-500MB'])]
  const bill = billOfMonth(makeInput([makeSim({ history })], { card }), '202610')
  expect(bill?.subtotal).toBe(10 + 300)
  if (!bill) throw new Error('There is no bill.')
  expect(toDailyBills(bill).billList).toEqual([{ date: '20261031', amount: 10, currency: 'JPY' }])
  expect(toItemSummary([bill], 0)[0]?.costBreakdownList).toEqual([
    { billItemName: 'monthlyBundleChargeTotal', amount: 300 },
    { billItemName: 'dailyChargeTotal', amount: 10 },
  ])
})
