import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cell } from './cell.ts'

const page = join(import.meta.dirname, '../../../docs/compatibility.md')
const begin = '<!-- matrix -->'
const end = '<!-- /matrix -->'

type Place = Pick<Cell, 'table' | 'row' | 'column'>

/** Writes the result of one cell into the tables of the page. */
export function writeCell(cells: readonly Place[], cell: Place, result: string): void {
  writeFileSync(page, withCell(readFileSync(page, 'utf8'), cells, cell, result))
}

/** A page with the result of one cell in its tables; all other cells stay as they are, and those that are gone go. */
export function withCell(text: string, cells: readonly Place[], cell: Place, result: string): string {
  const [before = '', rest = ''] = text.split(begin)
  const [tables = '', after = ''] = rest.split(end)
  const known = readTables(tables)
  known.set(keyOf(cell), result)
  return `${before}${begin}\n\n${toTables(cells, known)}\n${end}${after}`
}

const notRun = 'not run'

function keyOf({ table, row, column }: Place): string {
  return [table, row, column].join('\n')
}

function readTables(text: string): Map<string, string> {
  const known = new Map<string, string>()
  for (const section of text.split(/^### /m).slice(1)) {
    const [table = '', ...lines] = section.split('\n')
    const [head = [], , ...rows] = lines.filter((line) => line.startsWith('|')).map(toValues)
    for (const [row = '', ...values] of rows) {
      for (const [index, value] of values.entries()) {
        known.set(keyOf({ table, row, column: head[index + 1] ?? '' }), value)
      }
    }
  }
  return known
}

function toValues(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((value) => value.trim())
}

function toTables(cells: readonly Place[], known: ReadonlyMap<string, string>): string {
  return [...new Set(cells.map(({ table }) => table))]
    .map((table) => `### ${table}\n\n${toTable(table, cells, known)}\n`)
    .join('\n')
}

function toTable(table: string, cells: readonly Place[], known: ReadonlyMap<string, string>): string {
  const own = cells.filter((cell) => cell.table === table)
  const columns = [...new Set(own.map(({ column }) => column))]
  const rows = [...new Set(own.map(({ row }) => row))].map((row) => [
    row,
    ...columns.map((column) => known.get(keyOf({ table, row, column })) ?? notRun),
  ])
  return toMarkdown([['', ...columns], ...rows])
}

function toMarkdown(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows
  const widths = head.map((_, index) => Math.max(3, ...rows.map((row) => row[index]?.length ?? 0)))
  const toLine = (values: readonly string[]) =>
    `| ${values.map((value, index) => value.padEnd(widths[index] ?? 0)).join(' | ')} |`
  const [first = '', ...others] = rows.map(toLine)
  return [first, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...others].join('\n')
}
