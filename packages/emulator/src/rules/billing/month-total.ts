import type { Currency } from '@soracom-fixtures/api'
import { type BilledCurrency, currencyOf, toExact } from '@soracom-fixtures/api/billing'
import type { BillInput, LinesPart, MonthBill } from './bill-input.ts'
import { sumParts } from './sum-by.ts'

/** What is left of a registered coupon before a month is billed; without an item it pays for all of them. */
export interface UsableCoupon {
  readonly couponCode: string
  readonly billItemName: string | null
  readonly balance: number
}

/** Sums up a month's parts: each coupon pays for its bill item, the rest is taxed and rounded. */
export function monthTotal(
  parts: readonly LinesPart[],
  month: string,
  coupons: readonly UsableCoupon[],
  input: Pick<BillInput, 'card' | 'coverageType' | 'couponsApply' | 'jpyRounding'>,
): Pick<MonthBill, 'currency' | 'subtotal' | 'tax' | 'appliedCouponAmount' | 'applied' | 'amount'> {
  const rate = taxRateOf(input, month)
  const isTaxedFirst = input.couponsApply === 'afterTax'
  const byItem = sumParts(parts, 'byItem')
  const applied = applyCoupons(byItem, coupons, isTaxedFirst ? 1 + rate : 1)
  const subtotal = toExact([...byItem.values()].reduce((sum, amount) => sum + amount, 0))
  const appliedCouponAmount = toExact([...applied.values()].reduce((sum, paid) => sum + paid, 0))
  const tax = toExact((isTaxedFirst ? subtotal : subtotal - appliedCouponAmount) * rate)
  const exact = Math.max(0, toExact(subtotal + tax - appliedCouponAmount))
  const { currency, rounding = roundingOf(currency, input) } = currencyOf(input.card, input.coverageType)
  const amount = rounding ? round(exact, rounding) : exact
  return { currency, subtotal, tax, appliedCouponAmount, applied, amount }
}

// Where the card does not tell it.
function roundingOf(currency: Currency, { jpyRounding }: Pick<BillInput, 'jpyRounding'>): BilledCurrency['rounding'] {
  return currency === 'JPY' ? { decimals: 0, mode: jpyRounding } : undefined
}

function round(amount: number, { decimals, mode }: NonNullable<BilledCurrency['rounding']>): number {
  const unit = 10 ** decimals
  return Math[mode](toWithoutRemains(amount * unit)) / unit
}

// Sums that were each rounded may differ by a billionth, which must not make a yen of it.
function toWithoutRemains(amount: number): number {
  return Number(amount.toFixed(6))
}

// The rate that began last.
function taxRateOf({ card, coverageType }: Pick<BillInput, 'card' | 'coverageType'>, month: string): number {
  const begun = card.taxRates.filter((tax) => tax.coverageType === coverageType && tax.fromMonth <= month)
  return begun.reduce((last, tax) => (tax.fromMonth > last.fromMonth ? tax : last), { fromMonth: '', rate: 0 }).rate
}

// What each coupon pays, in the order given.
function applyCoupons(
  byItem: ReadonlyMap<string, number>,
  coupons: readonly UsableCoupon[],
  factor: number,
): Map<string, number> {
  const owed = new Map([...byItem].map(([item, amount]) => [item, amount * factor]))
  const applied = new Map<string, number>()
  for (const { couponCode, billItemName, balance } of coupons) {
    let left = balance
    for (const item of billItemName === null ? owed.keys() : [billItemName]) {
      const paid = Math.min(left, owed.get(item) ?? 0)
      owed.set(item, (owed.get(item) ?? 0) - paid)
      left -= paid
    }
    const paid = toExact(balance - left)
    if (paid > 0) applied.set(couponCode, paid)
  }
  return applied
}
