import { shiftMonth, toMonthText } from '../calendar.ts'
import type { BilledCoupon, BillInput, MonthBill } from './bill-input.ts'
import { monthLines } from './month-lines.ts'
import { monthTotal } from './month-total.ts'

/**
 * Bills the months from one to another (`yyyyMM`, both included), oldest first. Where there are coupons, earlier closed
 * months within reach are billed first: what they leave of a coupon is what the next can use.
 */
export function billsOfMonths(input: BillInput, fromMonth: string, toMonth: string): MonthBill[] {
  const thisMonth = toMonthText(input.nowMs, input.zoneOffsetMinutes)
  const farthest = shiftMonth(thisMonth, -monthsOfHistory)
  const firstMonth = input.coupons.length > 0 && farthest < fromMonth ? farthest : fromMonth
  const spent = new Map<string, number>()
  const coupons = [...input.coupons].sort(byExpiry)
  const bills: MonthBill[] = []
  for (let month = firstMonth; month <= toMonth; month = shiftMonth(month, 1)) {
    const state = month < thisMonth ? 'closed' : 'open'
    const usable = state === 'closed' ? usableCoupons(coupons, spent, month) : []
    const priced = monthLines(input, month)
    const total = monthTotal(priced.parts, month, usable, input)
    for (const [code, paid] of total.applied) spent.set(code, (spent.get(code) ?? 0) + paid)
    if (month >= fromMonth) bills.push({ month, state, ...priced, ...total })
  }
  return bills
}

/** How many months back bills reach. */
export const monthsOfHistory = 18

// What expires first is used first; among equals the one that was registered first, since the sort is stable.
function byExpiry(left: BilledCoupon, right: BilledCoupon): number {
  if (left.expiryYearMonth === right.expiryYearMonth) return 0
  return left.expiryYearMonth < right.expiryYearMonth ? -1 : 1
}

function usableCoupons(coupons: readonly BilledCoupon[], spent: ReadonlyMap<string, number>, month: string) {
  return coupons
    .filter(({ firstYearMonth, expiryYearMonth }) => (firstYearMonth ?? '') <= month && expiryYearMonth >= month)
    .map(({ couponCode, billItemName, amount }) => ({
      couponCode,
      billItemName,
      balance: amount - (spent.get(couponCode) ?? 0),
    }))
}
