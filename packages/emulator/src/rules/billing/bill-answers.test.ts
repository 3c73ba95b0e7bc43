import { expect, test } from 'vitest'
import type { BillLine, LinesPart, MonthBill } from './bill-input.ts'
import { at } from './testing/bill-parts.ts'
import { toBillCsv } from './to-bill-csv.ts'
import { toBillHistory } from './to-bill-history.ts'
import { toDailyBills } from './to-daily-bills.ts'
import { toItemSummary } from './to-item-summary.ts'
import { toLatestBill } from './to-latest-bill.ts'
import { toLinesPart } from './to-lines-part.ts'
import { toMonthlyBill } from './to-monthly-bill.ts'
import { toSimSummary } from './to-sim-summary.ts'

function line(imsi: string, date: string, billItemName: BillLine['billItemName'], amount: number): BillLine {
  return { imsi, date, billItemName, unitPrice: amount, quantity: 1, amount }
}

// Each SIM's apart, as they are made.
function partsOf(...lines: readonly BillLine[]): LinesPart[] {
  return [...new Set(lines.map(({ imsi }) => imsi))].map((imsi) =>
    toLinesPart(lines.filter((one) => one.imsi === imsi)),
  )
}

const october: MonthBill = {
  month: '202610',
  state: 'closed',
  currency: 'JPY',
  parts: partsOf(
    line('1', '20261001', 'basicCharge', 10),
    line('1', '20261001', 'uploadDataCharge', 0.1),
    line('2', '20261001', 'downloadDataCharge', 0.2),
    line('2', '20261002', 'downloadDataCharge', 40),
    line('2', '202610', 'bundleCharge', 5),
  ),
  unpriced: [],
  subtotal: 55.3,
  tax: 5.03,
  appliedCouponAmount: 5,
  applied: new Map([['A', 5]]),
  amount: 55,
}
const november: MonthBill = { ...october, month: '202611', state: 'open' }
const nowMs = at('2026-11-10T12:34:56')

test('a closed month that is paid tells its payment', () => {
  const bill = { yearMonth: '202610', amount: 55, appliedCouponAmount: 5, currency: 'JPY', state: 'closed' }
  const paymentTransactionId = '20261101000000000_0d1e2f3a-0000-4000-8000-000000000000'
  expect(toMonthlyBill(october, paymentTransactionId)).toEqual({ ...bill, paymentStatus: 'paid', paymentTransactionId })
  expect(toMonthlyBill(october)).toEqual(bill)
})

test('an open month is a temporary bill without payment', () => {
  expect(toMonthlyBill(november)).toMatchObject({ state: 'temporary' })
  expect(toMonthlyBill(november)).not.toHaveProperty('paymentStatus')
})

test('the history has closed months with charges, newest first', () => {
  const september = { ...october, month: '202609' }
  const empty = { ...october, month: '202608', parts: [] }
  const { billList } = toBillHistory([empty, september, october, november])
  expect(billList.map(({ yearMonth }) => yearMonth)).toEqual(['202610', '202609'])
})

test('days come newest first, without fees by the month', () => {
  expect(toDailyBills(october)).toEqual({
    billList: [
      { date: '20261002', amount: 40, currency: 'JPY' },
      // 10 + 0.1 + 0.2, without what binary fractions leave over
      { date: '20261001', amount: 10.3, currency: 'JPY' },
    ],
  })
})

test('the latest bill is of this moment', () => {
  expect(toLatestBill(november, nowMs)).toEqual({ amount: 55, currency: 'JPY', lastEvaluatedTime: '20261110123456' })
})

test('the summary by item has the newest month and the dearest item first', () => {
  const [first, second] = toItemSummary([october, november], nowMs)
  expect(first).toMatchObject({ yearMonth: '202611', currency: 'JPY', updatedTime: 1_794_314_096 })
  expect(second?.costBreakdownList).toEqual([
    { billItemName: 'dailyDataTrafficChargeTotal', amount: 40.3 },
    { billItemName: 'dailyChargeTotal', amount: 10 },
    { billItemName: 'monthlyBundleChargeTotal', amount: 5 },
  ])
})

test('the summary by SIM has the hundred dearest', () => {
  const lines = Array.from({ length: 120 }, (_, index) => line(`${index}`, '20261001', 'basicCharge', index))
  const [summary] = toSimSummary([{ ...october, parts: partsOf(...lines) }], nowMs)
  expect(summary?.costBreakdownList).toHaveLength(100)
  expect(summary?.costBreakdownList[0]).toEqual({ simId: '119', amount: 119 })
})

test('the CSV has a row for each line', () => {
  expect(toBillCsv(october).split('\n').slice(0, 2)).toEqual([
    '\uFEFFimsi,date,billItemName,unitPrice,quantity,amount',
    '1,20261001,basicCharge,10,1,10',
  ])
})

test('the price of a byte in the CSV has no exponent', () => {
  const [, row = ''] = toBillCsv({
    parts: partsOf({ ...line('1', '20261001', 'uploadDataCharge', 0.3), unitPrice: 0.3 / 1_048_576 }),
  }).split('\n')
  expect(row.split(',')[3]).toBe('0.000000286102294921875')
  expect(Number(row.split(',')[3])).toBe(0.3 / 1_048_576)
})
