/** The rows of a CSV by the names in its first line: quoted values, both kinds of line ends, and a byte order mark. */
export function parseCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = toCells(text.replace(/^\uFEFF/, ''))
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])))
}

const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y

function toCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length; ) {
    const pattern = new RegExp(cell)
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) throw new SyntaxError(`The CSV is not well formed at character ${at}.`)
    const [whole, value = '', end] = match
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)
    at += whole.length
    if (end === ',' && at < text.length) continue
    if (end === ',') row.push('')
    rows.push(row)
    row = []
  }
  return rows
}
