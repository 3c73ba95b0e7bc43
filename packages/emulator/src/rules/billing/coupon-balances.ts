import { shiftMonth, toMonthText } from '../calendar.ts'
import type { BillInput } from './bill-input.ts'
import { billsOfMonths, monthsOfHistory } from './bills-of-months.ts'

/** What is left of each coupon, by its code. A coupon is used up when months close, not day by day. */
export function couponBalances(input: BillInput): ReadonlyMap<string, number> {
  const balances = new Map(input.coupons.map(({ couponCode, amount }) => [couponCode, amount]))
  if (balances.size === 0) return balances
  const thisMonth = toMonthText(input.nowMs, input.zoneOffsetMinutes)
  for (const { applied } of billsOfMonths(input, shiftMonth(thisMonth, -monthsOfHistory), shiftMonth(thisMonth, -1))) {
    for (const [code, paid] of applied) balances.set(code, (balances.get(code) ?? 0) - paid)
  }
  return balances
}
