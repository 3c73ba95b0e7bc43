import { toCsv } from '../csv.ts'
import { type CsvLabels, noCsvLabels } from '../csv-labels.ts'
import type { MonthBill } from './bill-input.ts'

/**
 * A bill as CSV: the columns of the service's own file that a SIM's bill fills, and those of tags and groups. UTF-8 with
 * a byte order mark; only the names of columns where nothing is charged.
 */
export function toBillCsv({ lines }: Pick<MonthBill, 'lines'>, labels: CsvLabels = noCsvLabels): string {
  const rows = lines.map(({ imsi, date, billItemName, unitPrice, quantity, amount }) => [
    imsi,
    date,
    billItemName,
    unitPrice,
    quantity,
    amount,
    ...labels.of(imsi),
  ])
  return toCsv(['imsi', 'date', 'billItemName', 'unitPrice', 'quantity', 'amount', ...labels.columns], rows)
}
