import { billItemOf } from '@soracom-fixtures/api/billing'
import { toMonthWord } from '../kit/month-text.ts'
import { parseCsv } from '../kit/parse-csv.ts'
import type { BilledLine } from './operator-bills.ts'

/** The lines of a bill's CSV, by IMSI, date and item. Columns that SIMs do not fill are passed over. */
export function toBilledLines(csv: string): readonly BilledLine[] {
  return parseCsv(csv).map(toLine).sort(inOrder)
}

function toLine(row: Readonly<Record<string, string>>): BilledLine {
  const { imsi = '', date = '', billItemName = '' } = row
  return {
    imsi,
    date: date.length === 8 ? `${toMonthWord(date)}-${date.slice(6)}` : toMonthWord(date),
    item: billItemOf({ billItemName, date }),
    billItemName,
    unitPrice: Number(row.unitPrice),
    quantity: Number(row.quantity),
    amount: Number(row.amount),
  }
}

function inOrder(left: BilledLine, right: BilledLine): number {
  const [one, other] = [keyOf(left), keyOf(right)]
  if (one === other) return left.unitPrice - right.unitPrice || left.quantity - right.quantity
  return one < other ? -1 : 1
}

function keyOf({ imsi, date, billItemName }: BilledLine): string {
  return `${imsi} ${date} ${billItemName}`
}
