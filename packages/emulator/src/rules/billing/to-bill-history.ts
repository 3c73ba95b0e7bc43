import type { BillHistory } from '@soracom-fixtures/api'
import type { MonthBill } from './bill-input.ts'
import { toMonthlyBill } from './to-monthly-bill.ts'

/** The body of `GET /bills`: closed months in which something was charged, newest first, with their payments. */
export function toBillHistory(
  bills: readonly MonthBill[],
  transactionIdOf: (bill: MonthBill) => string | undefined = () => undefined,
): BillHistory {
  const final = bills.filter(({ state, parts }) => state === 'closed' && parts.length > 0)
  final.sort((left, right) => (left.month < right.month ? 1 : -1))
  return { billList: final.map((bill) => toMonthlyBill(bill, transactionIdOf(bill))) }
}
