const threeDigits = Array.from({ length: 1000 }, (_, value) => String(value).padStart(3, '0'))

/**
 * A number with zeros before it, as so many digits. By threes from a table: SIMs are made of such digits, and one by one they
 * would cost more than the rest of the SIM.
 */
export function withZeros(value: number, count: number): string {
  const low = threeDigits[value % 1000] as string
  return count <= 3 ? low.slice(3 - count) : withZeros((value / 1000) | 0, count - 3) + low
}
