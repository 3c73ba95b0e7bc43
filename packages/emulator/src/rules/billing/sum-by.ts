import { toExact } from '@soracom-fixtures/api/billing'
import type { BillLine, LinesPart } from './bill-input.ts'

/** Sums the amounts of lines that share a key. */
export function sumBy(lines: Iterable<BillLine>, keyOf: (line: BillLine) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const line of lines) {
    const key = keyOf(line)
    sums.set(key, (sums.get(key) ?? 0) + line.amount)
  }
  return toExactly(sums)
}

/** Sums what parts of a bill come to, by item or by IMSI. */
export function sumParts(parts: readonly LinesPart[], by: 'byItem' | 'byImsi'): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const part of parts) {
    for (const [key, amount] of part[by]) sums.set(key, (sums.get(key) ?? 0) + amount)
  }
  return toExactly(sums)
}

function toExactly(sums: Map<string, number>): ReadonlyMap<string, number> {
  for (const [key, amount] of sums) sums.set(key, toExact(amount))
  return sums
}
