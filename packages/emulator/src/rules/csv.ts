/** A value of a CSV file. */
export type CsvValue = string | number | boolean | null

/** A CSV file as the service writes it: UTF-8 with a byte order mark, which stands before the first column's name. */
export function toCsv(columns: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  const lines = [toLine(columns)]
  for (const row of rows) lines.push(toLine(row))
  return `\uFEFF${lines.join('\n')}\n`
}

function toLine(row: readonly CsvValue[]): string {
  return row.map(toField).join(',')
}

function toField(value: CsvValue): string {
  if (value === null) return ''
  const text = typeof value === 'number' ? toPlainNumber(value) : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// The price of a byte is far below 1, and not every reader of CSV knows numbers with an exponent.
function toPlainNumber(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e-')
  if (exponent === undefined) return mantissa
  const sign = mantissa.startsWith('-') ? '-' : ''
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${mantissa.replace(/[-.]/g, '')}`
}
