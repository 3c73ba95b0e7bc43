import type { DailyBillList } from '@soracom-fixtures/api'
import type { MonthBill } from './bill-input.ts'
import { sumBy } from './sum-by.ts'

/** The body of `GET /bills/{yyyyMM}/daily`: newest day first, without tax and without fees by the month. */
export function toDailyBills({ lines, currency }: MonthBill): DailyBillList {
  const daily = lines.filter(({ date }) => date.length === 8)
  const billList = [...sumBy(daily, ({ date }) => date)]
    .sort(([left], [right]) => (left < right ? 1 : -1))
    .map(([date, amount]) => ({ date, amount, currency }))
  return { billList }
}
