import type { BillSimSummary } from '@soracom-fixtures/api'
import type { MonthBill } from './bill-input.ts'
import { sumParts } from './sum-by.ts'

/**
 * The body of `GET /bills/summaries/sims`: newest month first, the hundred dearest SIMs, without tax and coupons. In the
 * sandbox the ID of a SIM is its IMSI.
 */
export function toSimSummary(bills: readonly MonthBill[], nowMs: number): BillSimSummary[] {
  return [...bills]
    .sort((left, right) => (left.month < right.month ? 1 : -1))
    .map(({ month, currency, parts }) => ({
      yearMonth: month,
      currency,
      updatedTime: Math.floor(nowMs / 1000),
      costBreakdownList: [...sumParts(parts, 'byImsi')]
        .sort(([, left], [, right]) => right - left)
        .slice(0, mostSims)
        .map(([simId, amount]) => ({ simId, amount })),
    }))
}

const mostSims = 100
