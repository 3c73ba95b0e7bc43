import type { DataPrice } from './rate-card.ts'

/** What a day's bytes of a SIM cost at a price: rounded up to whole units first, then priced. */
export function chargeOfData(
  { price, perBytes, unitBytes }: Pick<DataPrice, 'price' | 'perBytes' | 'unitBytes'>,
  bytes: number,
): { readonly quantity: number; readonly amount: number } {
  const quantity = Math.ceil(bytes / unitBytes) * unitBytes
  // Without what binary fractions leave over, and with every digit besides: many lines add up to one amount.
  return { quantity, amount: Number(((quantity * price) / perBytes).toPrecision(significantDigits)) }
}

const significantDigits = 15
