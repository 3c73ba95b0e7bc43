import type { Looked } from './look-until.ts'
import { type ComparedAmount, isSame } from './matcher.ts'

/** A failure as text: what was expected, what of it was late, missing or different, and a table of all amounts. */
export function toMessage(headline: string, amounts: readonly ComparedAmount[], looked: LookedAt): string {
  const notes = [toVerdict(amounts, looked), `Looked ${looked.looks} times in ${looked.waitedMs} ms.`]
  return [headline, ...notes.filter((note) => note !== ''), '', ...toTable(amounts, looked)].join('\n')
}

// How it was looked; where the target has taken in all that is expected, what it does not show is late.
type LookedAt = Pick<Looked<unknown>, 'changed' | 'looks' | 'waitedMs'> & { readonly isSeeded?: boolean }

function isLate({ expected = 0, found = 0 }: ComparedAmount, { isSeeded = false }: LookedAt): boolean {
  return isSeeded && found < expected
}

// What is late, what is missing, and what differs; and whether data was still coming.
function toVerdict(amounts: readonly ComparedAmount[], looked: LookedAt): string {
  const counts = { late: 0, missing: 0, different: 0 }
  for (const one of amounts) {
    if (isSame(one)) continue
    counts[isLate(one, looked) ? 'late' : one.found === undefined ? 'missing' : 'different'] += 1
  }
  const parts = Object.entries(counts).flatMap(([what, many]) => (many > 0 ? [`${many} ${what}`] : []))
  const late = looked.changed
    ? ' Data is late: it was still changing when the time was over; a longer timeout may do.'
    : ''
  return parts.length === 0 ? late.trim() : `Of ${count(amounts)}: ${parts.join(', ')}.${late}`
}

function count(amounts: readonly ComparedAmount[]): string {
  const { length } = amounts.filter(({ expected }) => expected !== undefined)
  return length === 1 ? '1 expected amount' : `${length} expected amounts`
}

const mostRows = 40

function toTable(amounts: readonly ComparedAmount[], looked: LookedAt): string[] {
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
      toDifference(one, looked),
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

function toDifference(one: ComparedAmount, looked: LookedAt): string {
  const { expected, found } = one
  if (expected === undefined) return ''
  if (found === undefined) return isLate(one, looked) ? 'late' : 'missing'
  if (isSame(one)) return '0'
  const difference = Number((found - expected).toFixed(9))
  return difference > 0 ? `+${difference}` : String(difference)
}
