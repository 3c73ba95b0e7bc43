import type { Looked } from './look-until.ts'
import { type ComparedAmount, isSame } from './matcher.ts'

/** A failure as text: what was expected, what of it was late, missing or different, and a table of all amounts. */
export function toMessage(
  headline: string,
  amounts: readonly ComparedAmount[],
  looked: Pick<Looked<unknown>, 'changed' | 'looks' | 'waitedMs'>,
): string {
  const notes = [toVerdict(amounts, looked), `Looked ${looked.looks} times in ${looked.waitedMs} ms.`]
  return [headline, ...notes.filter((note) => note !== ''), '', ...toTable(amounts)].join('\n')
}

// Late where data was still coming; else what is missing, and what differs.
function toVerdict(amounts: readonly ComparedAmount[], { changed }: { readonly changed: boolean }): string {
  const wrong = amounts.filter((one) => !isSame(one))
  const missing = wrong.filter(({ found }) => found === undefined).length
  const different = wrong.length - missing
  const parts = [...(missing > 0 ? [`${missing} missing`] : []), ...(different > 0 ? [`${different} different`] : [])]
  const late = changed ? ' Data is late: it was still changing when the time was over; a longer timeout may do.' : ''
  return parts.length === 0 ? late.trim() : `Of ${count(amounts)}: ${parts.join(', ')}.${late}`
}

function count(amounts: readonly ComparedAmount[]): string {
  const { length } = amounts.filter(({ expected }) => expected !== undefined)
  return length === 1 ? '1 expected amount' : `${length} expected amounts`
}

const mostRows = 40

function toTable(amounts: readonly ComparedAmount[]): string[] {
  const wrongFirst =
    amounts.length > mostRows ? [...amounts].sort((a, b) => Number(isSame(a)) - Number(isSame(b))) : amounts
  const rows = wrongFirst
    .slice(0, mostRows)
    .map((one) => [
      isSame(one) ? ' ' : '✗',
      one.item,
      one.when,
      toCell(one.expected),
      toCell(one.found),
      toDifference(one),
    ])
  const table = [['', 'item', 'when', 'expected', 'found', 'difference'], ...rows]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  const left = amounts.length - mostRows
  return left > 0 ? [...lines, `… and ${left} more`] : lines
}

function toCell(amount: number | undefined): string {
  return amount === undefined ? '–' : String(amount)
}

function toDifference(one: ComparedAmount): string {
  const { expected, found } = one
  if (expected === undefined) return ''
  if (found === undefined) return 'missing'
  if (isSame(one)) return '0'
  const difference = Number((found - expected).toFixed(9))
  return difference > 0 ? `+${difference}` : String(difference)
}
