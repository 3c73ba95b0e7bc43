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
  if (typeof value === 'number') return toPlainNumber(value)
  if (value === null) return ''
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// The price of a byte is far below 1, and not every reader of CSV knows numbers with an exponent.
function toPlainNumber(value: number): string {
  const text = String(value)
  if (!text.includes('e-')) return text
  const [mantissa = '', exponent] = text.split('e-')
  const sign = mantissa.startsWith('-') ? '-' : ''
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${mantissa.replace(/[-.]/g, '')}`
}
