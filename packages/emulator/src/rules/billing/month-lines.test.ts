import { expect, test } from 'vitest'
import type { BilledSim, BillInput } from './bill-input.ts'
import { monthBill } from './month-bill.ts'
import { monthLines } from './month-lines.ts'
import { publishedRateCard as card } from './published-rate-card.ts'

const mebibyte = 1_048_576
const at = (text: string) => Date.parse(`${text}Z`)
const daySeconds = (text: string) => at(`${text}T00:00`) / 1000

function sim(parts: Partial<BilledSim>): BilledSim {
  return {
    imsi: '001010000000001',
    subscription: 'plan-D',
    history: [],
    air: { day: new Map() },
    beam: { month: new Map() },
    ...parts,
  }
}

function input(sims: readonly BilledSim[], parts: Partial<BillInput> = {}): BillInput {
  return { coverageType: 'jp', sims, card, zoneOffsetMinutes: 0, nowMs: at('2026-11-10T12:00'), ...parts }
}

const traffic = (upload: number, download: number, speedClass = 's1.fast') =>
  new Map([[speedClass, [upload * mebibyte, download * mebibyte, 0, 0]]])

const rules = { coverageType: 'jp', couponsApply: 'beforeTax', jpyRounding: 'floor', card } as const

test('a day of traffic of plan-D costs its MiB by direction and speed class', () => {
  const meter = sim({ air: { day: new Map([[daySeconds('2026-11-01'), traffic(5, 20)]]) } })
  expect(monthLines(input([meter]), '202611').lines).toEqual([
    { imsi: meter.imsi, date: '20261101', billItemName: 'uploadDataCharge', amount: 1.5 },
    { imsi: meter.imsi, date: '20261101', billItemName: 'downloadDataCharge', amount: 20 },
  ])
})

test('a SIM of plan-D costs ten yen for each day on which it is active or inactive', () => {
  const history = [
    { timeMs: at('2026-11-02T08:00'), status: 'ready', bundles: [] },
    { timeMs: at('2026-11-03T23:59'), status: 'active', bundles: [] },
    { timeMs: at('2026-11-05T00:01'), status: 'suspended', bundles: [] },
    { timeMs: at('2026-11-09T10:00'), status: 'inactive', bundles: [] },
  ] as const
  const { lines, unpriced } = monthLines(input([sim({ history })]), '202611')
  // 3, 4 and the first minute of 5 active; 9 and 10 inactive, and the 10th is today.
  expect(lines.map(({ date, amount }) => [date, amount])).toEqual([
    ['20261103', 10],
    ['20261104', 10],
    ['20261105', 10],
    ['20261109', 10],
    ['20261110', 10],
  ])
  expect(unpriced).toEqual(['basic fee of plan-D in status ready', 'basic fee of plan-D in status suspended'])
})

test('what the rate card lacks is told and not made up', () => {
  const meter = sim({
    subscription: 'plan-K',
    air: { day: new Map([[daySeconds('2026-11-01'), traffic(1, 1)]]) },
  })
  expect(monthLines(input([meter]), '202611')).toEqual({ lines: [], unpriced: ['data of plan-K s1.fast'] })
})

test('data of plan01s-low_data_volume counts in units of 100 KB', () => {
  const bytes = new Map([['s1.standard', [1, 0, 0, 0]]])
  const tracker = sim({
    subscription: 'plan01s-low_data_volume',
    air: { day: new Map([[daySeconds('2026-11-01'), bytes]]) },
  })
  const { lines } = monthLines(input([tracker], { coverageType: 'g' }), '202611')
  // One byte is one unit: 102,400 / 1,048,576 of 0.5 dollars.
  expect(lines.map(({ amount }) => amount)).toEqual([0.048828125])
})

test('Beam requests of coverage type g cost from the hundred thousandth on', () => {
  const month = new Map([[daySeconds('2026-11-01'), new Map([['inHttp', [130_000]]])]])
  const { lines } = monthLines(input([sim({ subscription: 'plan01s', beam: { month } })], { coverageType: 'g' }), '202611')
  // 30,000 requests at 0.09 dollars for 10,000.
  expect(lines).toEqual([{ imsi: undefined, date: '202611', billItemName: 'beamRequestCharge', amount: 0.27 }])
})

test('traffic of another month is not billed', () => {
  const meter = sim({ air: { day: new Map([[daySeconds('2026-10-31'), traffic(5, 20)]]) } })
  expect(monthLines(input([meter]), '202611').lines).toEqual([])
})

test('a month in yen is taxed and rounded down', () => {
  const line = { imsi: '1', date: '20261101', billItemName: 'downloadDataCharge', amount: 150.5 } as const
  // 150.5 × 1.1 = 165.55
  expect(monthBill([line], '202611', [], rules)).toMatchObject({ amount: 165, appliedCouponAmount: 0 })
  // 150.5 × 1.08 = 162.54, before October 2019
  expect(monthBill([line], '201909', [], rules)).toMatchObject({ amount: 162 })
})

test('a coupon pays for its item alone, and no more than its balance', () => {
  const lines = [
    { imsi: '1', date: '20261101', billItemName: 'basicCharge', amount: 300 },
    { imsi: '1', date: '20261101', billItemName: 'downloadDataCharge', amount: 150 },
  ] as const
  const coupons = [
    { couponCode: 'A', billItemName: 'dailyDataTrafficChargeTotal', balance: 500 },
    { couponCode: 'B', billItemName: 'dailyChargeTotal', balance: 100 },
  ] as const
  const bill = monthBill(lines, '202611', coupons, rules)
  expect([...bill.applied]).toEqual([
    ['A', 150],
    ['B', 100],
  ])
  // (300 + 150 − 250) × 1.1
  expect(bill.amount).toBe(220)
})
