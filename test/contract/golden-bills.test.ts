import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CouponBillItem } from '@soracom-fixtures/api'
import {
  airStats,
  beamStats,
  mib,
  type Operator,
  type OperatorBills,
  operator,
  subscriber,
} from '@soracom-fixtures/core'
import { createSession } from '@soracom-fixtures/core/engine'
import { defineRateCard, startEmulator } from '@soracom-fixtures/emulator'
import { expect, test } from 'vitest'

// Three months of three SIMs, with a pooled bundle, free Beam requests, coupons that are carried over and expire, and a
// SIM that is terminated. What they must cost was reckoned in exact fractions by a program that shares nothing with the
// engine, by the rules of docs/billing.md.
interface Golden {
  readonly months: Readonly<
    Record<
      string,
      {
        readonly month: { readonly amount: number; readonly appliedCouponAmount: number }
        readonly byItem: Readonly<Record<string, number>>
        readonly bySim: Readonly<Record<string, number>>
        readonly daily: Readonly<Record<string, number>>
        readonly lines: number
      }
    >
  >
  readonly balances: Readonly<Record<string, number>>
}
const golden = JSON.parse(await readFile(join(import.meta.dirname, 'golden/bills.json'), 'utf8')) as Golden

const card = defineRateCard({
  name: 'golden',
  source: 'this test',
  asOf: '2026-11',
  bundleFees: [{ bundle: 'D-500MB', price: 300, includedBytes: mib(500), pooled: true }],
  beamPrices: [{ coverageType: 'jp', price: 0.9, perRequests: 100, freeRequestsPerMonth: 1000 }],
})

const shop = operator()
const parts = { operator: shop, subscription: 'plan-D', status: 'active' } as const
const A = subscriber(parts)
const B = subscriber({ ...parts, bundles: ['D-500MB'] })
const C = subscriber({ ...parts, bundles: ['D-500MB'] })
const set = {
  shop,
  A,
  B,
  C,
  everyDay: airStats({
    subscriber: A,
    from: '2026-08-20T08:00:00Z',
    to: '2026-09-11',
    every: { days: 1 },
    traffic: { 's1.fast': { upload: mib(3) + 1, download: mib(7) } },
  }),
  ofB: airStats({
    subscriber: B,
    points: [
      { at: '2026-09-05', traffic: { 's1.standard': { download: mib(600) } } },
      { at: '2026-09-30T23:59:59Z', traffic: { 's1.fast': { upload: mib(450) } } },
    ],
  }),
  ofC: airStats({
    subscriber: C,
    points: [
      { at: '2026-09-07', traffic: { 's1.slow': { upload: 1000, download: mib(100) } } },
      { at: '2026-10-01', traffic: { 's1.slow': { download: mib(100) } } },
    ],
  }),
  beamOfA: beamStats({ subscriber: A, at: '2026-09-03', traffic: { inHttp: 700 } }),
  beamOfB: beamStats({ subscriber: B, at: '2026-09-04', traffic: { outTcp: 600 } }),
}

test('three months cost what was reckoned apart, in every view', async () => {
  await using emulator = await startEmulator({ startTime: '2026-08-15T00:00:00Z', rateCard: card })
  await using session = createSession(set, { config: { target: emulator.endpoint } })
  const fx = await session.setup()
  const { client, bills } = fx.shop
  // Not declared: a plan refuses coupons that have expired by this machine's clock.
  const fees = await makeCoupon(fx.shop, 700, 'dailyChargeTotal', '202609')
  const data = await makeCoupon(fx.shop, 1000, 'dailyDataTrafficChargeTotal', '202610')
  emulator.clock.set('2026-10-10T12:00:00Z')
  await client.subscribers.enableTermination(fx.C.imsi)
  await client.subscribers.terminate(fx.C.imsi)
  emulator.clock.set('2026-11-02T00:00:00Z')
  const nameOf = (imsi: string) => (['A', 'B', 'C'] as const).find((name) => fx[name].imsi === imsi) ?? imsi

  for (const [month, wanted] of Object.entries(golden.months)) {
    expect({ [month]: await readViews(bills, month, nameOf) }).toEqual({ [month]: wanted })
  }
  const { couponList } = await client.coupons.list()
  const balanceOf = (code: string) => couponList.find(({ couponCode }) => couponCode === code)?.balance
  // Each month's payment is rounded to a billionth.
  expect(balanceOf(fees)).toBeCloseTo(golden.balances.fees ?? Number.NaN, 8)
  expect(balanceOf(data)).toBeCloseTo(golden.balances.data ?? Number.NaN, 8)
})

async function readViews(bills: OperatorBills, month: string, nameOf: (imsi: string) => string) {
  const { amount, appliedCouponAmount } = (await bills.month(month)) ?? {}
  const daily = await bills.daily(month)
  const byItem = (await bills.byItem(month)) ?? []
  const bySim = (await bills.bySim(month)) ?? []
  const lines = await bills.lines(month)
  const sumOfLines = lines.reduce((sum, line) => sum + line.amount, 0)
  expect(sumOfLines).toBeCloseTo(
    byItem.reduce((sum, one) => sum + one.amount, 0),
    6,
  )
  return {
    month: { amount, appliedCouponAmount },
    byItem: Object.fromEntries(byItem.map((one) => [one.item, one.amount])),
    bySim: Object.fromEntries(bySim.map((one) => [nameOf(one.simId), one.amount])),
    daily: Object.fromEntries(daily.map((one) => [one.day, one.amount])),
    lines: lines.length,
  }
}

async function makeCoupon(
  { client }: Operator,
  amount: number,
  applicableBillItemName: CouponBillItem,
  expiryYearMonth: string,
): Promise<string> {
  const { couponCode } = await client.sandbox.createCoupon({ amount, applicableBillItemName, expiryYearMonth })
  await client.coupons.register(couponCode)
  return couponCode
}
