import { billItemOf } from '@soracom-fixtures/api/billing'
import type { BillLine, LinesPart } from './bill-input.ts'

/** Lines with what they come to, so that what adds up many of them need not look at each again. */
export function toLinesPart(lines: readonly BillLine[]): LinesPart {
  if (lines.length === 0) return noLines
  const byItem = new Map<string, number>()
  const byImsi = new Map<string, number>()
  for (const line of lines) {
    add(byItem, billItemOf(line), line.amount)
    add(byImsi, line.imsi, line.amount)
  }
  return { lines, byItem, byImsi }
}

/** All lines of parts. */
export function linesOf({ parts }: { readonly parts: readonly LinesPart[] }): BillLine[] {
  return parts.flatMap(({ lines }) => lines)
}

const noLines: LinesPart = { lines: [], byItem: new Map(), byImsi: new Map() }

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount)
}
