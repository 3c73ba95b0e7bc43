import { defineRateCard, publishedRateCard } from '@soracom-fixtures/api/billing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createStatsTable, insertPoint } from '../../state/stats-table.ts'
import type { BilledCoupon, BilledSim, BillInput, BillLine } from './bill-input.ts'
import { billOfMonth } from './bill-of-month.ts'
import { billsOfMonths } from './bills-of-months.ts'
import { couponBalances } from './coupon-balances.ts'
import { createLinesCache } from './lines-cache.ts'
import { at, change, makeInput, mebibyte } from './testing/bill-parts.ts'
import { toDailyBills } from './to-daily-bills.ts'
import { linesOf } from './to-lines-part.ts'

interface Point {
  readonly second: number
  readonly speedClass: string
  readonly upload: number
  readonly download: number
}

// Yen for a MiB of plan-D, written down once more.
const yen: Readonly<Record<string, readonly [up: number, down: number]>> = {
  's1.minimum': [0.2, 0.6],
  's1.slow': [0.22, 0.7],
  's1.standard': [0.24, 0.8],
  's1.fast': [0.3, 1],
}
const octoberSeconds = at('2026-10-01T00:00') / 1000
const secondsOfTwoMonths = 61 * 86_400
const nowMs = at('2026-12-10T00:00')

const bytes = fc.integer({ min: 0, max: 20 * 1024 * mebibyte })
const point = fc.record({
  second: fc.integer({ min: 0, max: secondsOfTwoMonths - 1 }),
  speedClass: fc.constantFrom(...Object.keys(yen)),
  upload: bytes,
  download: bytes,
})
const points = fc.uniqueArray(point, { selector: ({ second }) => second, maxLength: 40 })
const months = ['202610', '202611'] as const

function simOf(seed: readonly Point[], parts: Partial<BilledSim> = {}): BilledSim {
  const [air, beam] = [createStatsTable(), createStatsTable()]
  for (const { second, speedClass, upload, download } of seed) {
    insertPoint(air, octoberSeconds + second, new Map([[speedClass, [upload, download, 0, 0]]]), 0)
  }
  return { imsi: '1', subscription: 'plan-D', history: [], air, beam, ...parts }
}

const subtotals = (sims: readonly BilledSim[], parts: Partial<BillInput> = {}) =>
  months.map((month) => billOfMonth(makeInput(sims, { nowMs, ...parts }), month)?.subtotal ?? 0)
const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)

describe('where there is no tier and no bundle', () => {
  test('a bill is what the prices say, reckoned point by point', () => {
    fc.assert(
      fc.property(points, (seed) => {
        const [october, november] = [seed.filter(isOctober), seed.filter((one) => !isOctober(one))].map((part) =>
          sum(
            part.map(({ speedClass, upload, download }) => {
              const [up = 0, down = 0] = yen[speedClass] ?? []
              return (upload * up + download * down) / mebibyte
            }),
          ),
        )
        const found = subtotals([simOf(seed)])
        expect(found[0]).toBeCloseTo(october ?? 0, 5)
        expect(found[1]).toBeCloseTo(november ?? 0, 5)
      }),
    )
  })

  test('the bill of a union is the sum of the bills of its parts, in one SIM or in two', () => {
    fc.assert(
      fc.property(points, fc.nat(40), (seed, cut) => {
        const [left, right] = [seed.slice(0, cut), seed.slice(cut)]
        const apart = months.map((_, index) =>
          sum([subtotals([simOf(left)]), subtotals([simOf(right)])].map((one) => one[index] ?? 0)),
        )
        const [one, two] = [subtotals([simOf(seed)]), subtotals([simOf(left), simOf(right, { imsi: '2' })])]
        for (const [index, amount] of apart.entries()) {
          expect(one[index]).toBeCloseTo(amount, 6)
          expect(two[index]).toBeCloseTo(amount, 6)
        }
      }),
    )
  })

  test('splitting a point in two does not matter', () => {
    fc.assert(
      fc.property(points, fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        const taken = new Set(seed.map(({ second }) => second))
        const split = seed.flatMap((one) => {
          const second = one.second % 86_400 === 86_399 ? one.second - 1 : one.second + 1
          if (taken.has(second)) return [one]
          taken.add(second)
          const [upload, download] = [Math.floor(one.upload * share), Math.floor(one.download * share)]
          const rest = { upload: one.upload - upload, download: one.download - download }
          return [
            { ...one, upload, download },
            { ...one, ...rest, second },
          ]
        })
        expect(subtotals([simOf(split)])).toEqual(subtotals([simOf(seed)]))
      }),
    )
  })
})

test('the order of insertion does not matter, with bundles, pools and units neither', () => {
  fc.assert(
    fc.property(points, points, fc.boolean(), (first, second, pooled) => {
      const bundleFees = [
        { bundle: 'D-500MB', price: 300, includedBytes: 500 * mebibyte, pooled, source: 'x', asOf: '2026' },
      ]
      const card = { ...publishedRateCard, bundleFees }
      const history = [change('2026-10-03T00:00', 'active', ['D-500MB'])]
      const seededLines = (...seeds: readonly (readonly Point[])[]) =>
        months.map((month) =>
          linesOf(
            billOfMonth(
              makeInput(
                seeds.map((seed, index) => simOf(seed, { imsi: String(index), history })),
                { nowMs, card },
              ),
              month,
            ) ?? { parts: [] },
          )
            .map((line) => JSON.stringify(line))
            .sort(),
        )
      expect(seededLines(first.toReversed(), second.toReversed())).toEqual(seededLines(first, second))
    }),
  )
})

const coupon = fc.record({
  couponCode: fc.constantFrom('A', 'B', 'C'),
  billItemName: fc.constantFrom('dailyChargeTotal', 'dailyDataTrafficChargeTotal', null),
  amount: fc.integer({ min: 1, max: 100_000 }),
  expiryYearMonth: fc.constantFrom('202609', '202610', '202611', '202703'),
}) as fc.Arbitrary<BilledCoupon>
const coupons = fc.uniqueArray(coupon, { selector: ({ couponCode }) => couponCode, maxLength: 3 })
const rules = fc.record({
  couponsApply: fc.constantFrom('beforeTax', 'afterTax'),
  jpyRounding: fc.constantFrom('floor', 'round', 'ceil'),
}) as fc.Arbitrary<Pick<BillInput, 'couponsApply' | 'jpyRounding'>>
const history = [change('2026-10-03T00:00', 'active', ['D-500MB']), change('2026-11-05T00:00', 'terminated')]

test('no amount and no balance is negative, and a coupon pays no more than it has', () => {
  fc.assert(
    fc.property(points, coupons, rules, (seed, some, more) => {
      const input = makeInput([simOf(seed, { history })], { nowMs, coupons: some, ...more })
      for (const bill of billsOfMonths(input, '202609', '202612')) {
        expect(bill.amount).toBeGreaterThanOrEqual(0)
        expect(bill.tax).toBeGreaterThanOrEqual(0)
        for (const { amount, quantity } of linesOf(bill)) {
          expect(amount).toBeGreaterThanOrEqual(0)
          expect(quantity).toBeGreaterThan(0)
        }
      }
      for (const balance of couponBalances(input).values()) expect(balance).toBeGreaterThanOrEqual(-1e-6)
    }),
  )
})

test('days and what is charged by the month are the month before tax and coupons', () => {
  const card = defineRateCard({
    name: 'mine',
    source: 'this test',
    asOf: '2026',
    bundleFees: [{ bundle: 'D-500MB', price: 300, includedBytes: mebibyte }],
    basicFees: [{ subscription: 'plan-D', per: 'month', statuses: ['active'], price: 7 }],
  })
  const byTheMonth = (lines: readonly BillLine[]) => lines.filter(({ date }) => date.length === 6)
  fc.assert(
    fc.property(points, coupons, rules, (seed, some, more) => {
      const input = makeInput([simOf(seed, { history })], { nowMs, card, coupons: some, ...more })
      for (const bill of billsOfMonths(input, '202610', '202611')) {
        const days = toDailyBills(bill).billList
        const monthly = byTheMonth(linesOf(bill))
        expect(sum([...days, ...monthly].map(({ amount }) => amount))).toBeCloseTo(bill.subtotal, 6)
        expect(monthly.map(({ amount }) => amount).sort()).toEqual([300, 7])
      }
    }),
  )
})

test('a bill that remembers its lines is the same as one that does not', () => {
  fc.assert(
    fc.property(points, fc.array(fc.nat(3), { maxLength: 20 }), (seed, reads) => {
      const cache = createLinesCache()
      const sims = ['1', '2'].map((imsi) => simOf([], { imsi, history }))
      const input = makeInput(sims, { nowMs })
      for (const [index, { second, speedClass, upload, download }] of seed.entries()) {
        const air = sims[index % 2]?.air as ReturnType<typeof createStatsTable>
        insertPoint(air, octoberSeconds + second, new Map([[speedClass, [upload, download, 0, 0]]]), 0)
        if ((reads[index] ?? 1) > 0) continue
        expect(billsOfMonths({ ...input, cache }, '202610', '202611')).toEqual(billsOfMonths(input, '202610', '202611'))
      }
      expect(billsOfMonths({ ...input, cache }, '202610', '202611')).toEqual(billsOfMonths(input, '202610', '202611'))
    }),
  )
})

function isOctober({ second }: Point): boolean {
  return second < 31 * 86_400
}
