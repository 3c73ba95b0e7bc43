import type { BillInput, MonthBill } from './bill-input.ts'
import { billsOfMonths } from './bills-of-months.ts'

/** Bills one month (`yyyyMM`); `undefined` where nothing is charged, for which the API answers 404. */
export function billOfMonth(input: BillInput, month: string): MonthBill | undefined {
  const [bill] = billsOfMonths(input, month, month)
  return bill && bill.parts.length > 0 ? bill : undefined
}
