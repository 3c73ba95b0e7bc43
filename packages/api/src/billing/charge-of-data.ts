import type { DataPrice } from './rate-card.ts'
import { toExact } from './to-exact.ts'

/** What a day's bytes of a SIM cost at a price: rounded up to whole units first, then priced. */
export function chargeOfData(
  { price, perBytes, unitBytes }: Pick<DataPrice, 'price' | 'perBytes' | 'unitBytes'>,
  bytes: number,
): { readonly quantity: number; readonly amount: number } {
  const quantity = Math.ceil(bytes / unitBytes) * unitBytes
  return { quantity, amount: toExact((quantity * price) / perBytes) }
}
