import type { MonthlyBill } from '@soracom-fixtures/api'
import type { MonthBill } from './bill-input.ts'

/** The body of `GET /bills/{yyyyMM}`. A closed month is paid where there is a payment, whose ID is then given. */
export function toMonthlyBill(
  { month, amount, appliedCouponAmount, currency, state }: MonthBill,
  paymentTransactionId?: string,
): MonthlyBill {
  const bill = { yearMonth: month, amount, appliedCouponAmount, currency }
  if (state === 'open') return { ...bill, state: 'temporary' }
  return { ...bill, state, ...(paymentTransactionId ? { paymentStatus: 'paid', paymentTransactionId } : {}) }
}
