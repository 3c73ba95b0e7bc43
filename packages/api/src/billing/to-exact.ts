/** Takes away what binary fractions leave over, far below any unit of money. */
export function toExact(amount: number): number {
  return Number(amount.toFixed(9))
}
