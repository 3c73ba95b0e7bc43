import { toExact } from '@soracom-fixtures/api/billing'
import type { BillLine } from './bill-input.ts'

/** Sums the amounts of lines that share a key. */
export function sumBy(lines: readonly BillLine[], keyOf: (line: BillLine) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const line of lines) sums.set(keyOf(line), (sums.get(keyOf(line)) ?? 0) + line.amount)
  for (const [key, amount] of sums) sums.set(key, toExact(amount))
  return sums
}
