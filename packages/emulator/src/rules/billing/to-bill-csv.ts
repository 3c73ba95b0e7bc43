import type { MonthBill } from './bill-input.ts'

/** A bill as CSV: the columns of the platform's own file that a SIM's bill fills. UTF-8 with a byte order mark. */
export function toBillCsv({ lines }: MonthBill): string {
  const rows = lines.map(({ imsi, date, billItemName, unitPrice, quantity, amount }) =>
    [imsi, date, billItemName, unitPrice, quantity, amount].join(','),
  )
  return `\uFEFF${['imsi,date,billItemName,unitPrice,quantity,amount', ...rows].join('\n')}\n`
}
