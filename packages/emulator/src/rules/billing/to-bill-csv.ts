import { type CsvValue, toCsv } from '../csv.ts'
import { type CsvLabels, noCsvLabels } from '../csv-labels.ts'
import type { LinesPart, MonthBill } from './bill-input.ts'

/**
 * A bill as CSV: the columns of the service's own file that a SIM's bill fills, and those of tags and groups. UTF-8 with
 * a byte order mark; only the names of columns where nothing is charged.
 */
export function toBillCsv({ parts }: Pick<MonthBill, 'parts'>, labels: CsvLabels = noCsvLabels): string {
  const columns = ['imsi', 'date', 'billItemName', 'unitPrice', 'quantity', 'amount', ...labels.columns]
  return toCsv(columns, toRows(parts, labels))
}

// One by one, since a bill may have a million.
function* toRows(parts: readonly LinesPart[], labels: CsvLabels): Generator<CsvValue[]> {
  for (const { lines } of parts) {
    for (const { imsi, date, billItemName, unitPrice, quantity, amount } of lines) {
      yield [imsi, date, billItemName, unitPrice, quantity, amount, ...labels.of(imsi)]
    }
  }
}
