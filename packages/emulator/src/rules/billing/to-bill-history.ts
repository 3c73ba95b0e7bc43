import type { BillHistory } from '@soracom-fixtures/api'
import type { MonthBill } from './bill-input.ts'
import { toMonthlyBill } from './to-monthly-bill.ts'

/** The body of `GET /bills`: closed months in which something was charged, newest first. */
export function toBillHistory(bills: readonly MonthBill[]): BillHistory {
  const final = bills.filter(({ state, lines }) => state === 'closed' && lines.length > 0)
  return { billList: final.sort((left, right) => (left.month < right.month ? 1 : -1)).map(toMonthlyBill) }
}
