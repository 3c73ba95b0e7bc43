import type { CouponBillItem, CoverageType } from '@soracom-fixtures/api'
import type { BillLine } from './bill-input.ts'
import type { RateCard } from './rate-card.ts'

/** A coupon before a month is billed. */
export interface UsableCoupon {
  readonly couponCode: string
  readonly billItemName: CouponBillItem
  readonly balance: number
}

/** A month's total, with coupons and tax. */
export interface MonthTotal {
  readonly amount: number
  readonly appliedCouponAmount: number
  /** What each coupon pays, by its code. */
  readonly applied: ReadonlyMap<string, number>
}

/** How a total is made where no source tells. */
export interface TotalRules {
  readonly coverageType: CoverageType
  readonly couponsApply: 'beforeTax' | 'afterTax'
  readonly jpyRounding: 'floor' | 'round' | 'ceil'
  readonly card: RateCard
}

/** Sums up a month's lines: coupons pay for their item, the rest is taxed and, in yen, rounded. */
export function monthBill(
  lines: readonly BillLine[],
  month: string,
  coupons: readonly UsableCoupon[],
  rules: TotalRules,
): MonthTotal {
  const rate = taxRateOf(rules, month)
  const factor = rules.couponsApply === 'afterTax' ? 1 + rate : 1
  const left = new Map<CouponBillItem, number>()
  for (const { billItemName, amount } of lines) {
    const item = couponItemOf[billItemName]
    if (item) left.set(item, (left.get(item) ?? 0) + amount * factor)
  }
  const applied = new Map<string, number>()
  for (const { couponCode, billItemName, balance } of coupons) {
    const paid = toExact(Math.min(balance, left.get(billItemName) ?? 0))
    if (paid <= 0) continue
    applied.set(couponCode, paid)
    left.set(billItemName, (left.get(billItemName) ?? 0) - paid)
  }
  const sum = lines.reduce((total, { amount }) => total + amount, 0)
  const appliedCouponAmount = toExact([...applied.values()].reduce((total, paid) => total + paid, 0))
  const taxed =
    rules.couponsApply === 'beforeTax'
      ? (sum - appliedCouponAmount) * (1 + rate)
      : sum * (1 + rate) - appliedCouponAmount
  const exact = toExact(Math.max(0, taxed))
  const amount = rules.coverageType === 'jp' ? Math[rules.jpyRounding](exact) : exact
  return { amount, appliedCouponAmount, applied }
}

// The bill item that a coupon names, by the lines that it pays for; by wording only.
const couponItemOf: Readonly<Partial<Record<BillLine['billItemName'], CouponBillItem>>> = {
  basicCharge: 'dailyChargeTotal',
  uploadDataCharge: 'dailyDataTrafficChargeTotal',
  downloadDataCharge: 'dailyDataTrafficChargeTotal',
  beamRequestCharge: 'dailySoracomBeamRequestChargeTotal',
}

function taxRateOf({ card, coverageType }: TotalRules, month: string): number {
  let rate = 0
  let since = ''
  for (const tax of card.taxRates) {
    if (tax.coverageType !== coverageType || tax.fromMonth > month || tax.fromMonth < since) continue
    rate = tax.rate
    since = tax.fromMonth
  }
  return rate
}

function toExact(amount: number): number {
  return Number(amount.toFixed(9))
}
