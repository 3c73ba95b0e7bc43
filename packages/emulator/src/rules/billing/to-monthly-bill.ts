import type { MonthlyBill } from '@soracom-fixtures/api'
import type { MonthBill } from './bill-input.ts'

/** The body of `GET /bills/{yyyyMM}`. A closed month counts as paid; there is no transaction, and so no ID of one. */
export function toMonthlyBill({ month, amount, appliedCouponAmount, currency, state }: MonthBill): MonthlyBill {
  const bill = { yearMonth: month, amount, appliedCouponAmount, currency }
  return state === 'closed' ? { ...bill, state, paymentStatus: 'paid' } : { ...bill, state: 'temporary' }
}
