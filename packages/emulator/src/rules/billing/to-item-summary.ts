import type { BillItemSummary } from '@soracom-fixtures/api'
import type { MonthBill } from './bill-input.ts'
import { sumParts } from './sum-by.ts'

/**
 * The body of `GET /bills/summaries/bill_items`: newest month first, dearest item first, without tax and coupons. No
 * source tells the name of a category, and so there is none.
 */
export function toItemSummary(bills: readonly MonthBill[], nowMs: number): BillItemSummary[] {
  return [...bills]
    .sort((left, right) => (left.month < right.month ? 1 : -1))
    .map(({ month, currency, parts }) => ({
      yearMonth: month,
      currency,
      updatedTime: Math.floor(nowMs / 1000),
      costBreakdownList: [...sumParts(parts, 'byItem')]
        .sort(([, left], [, right]) => right - left)
        .map(([billItemName, amount]) => ({ billItemName, amount })),
    }))
}
