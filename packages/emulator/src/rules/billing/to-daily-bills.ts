import type { DailyBillList } from '@soracom-fixtures/api'
import type { BillLine, LinesPart, MonthBill } from './bill-input.ts'
import { sumBy } from './sum-by.ts'

/** The body of `GET /bills/{yyyyMM}/daily`: newest day first, without tax and without fees by the month. */
export function toDailyBills({ parts, currency }: MonthBill): DailyBillList {
  const billList = [...sumBy(dailyLines(parts), ({ date }) => date)]
    .sort(([left], [right]) => (left < right ? 1 : -1))
    .map(([date, amount]) => ({ date, amount, currency }))
  return { billList }
}

function* dailyLines(parts: readonly LinesPart[]): Generator<BillLine> {
  for (const { lines } of parts) {
    for (const line of lines) if (line.date.length === 8) yield line
  }
}
