/** What an order costs, in yen: goods, shipping, tax on the goods, and the sum of the three. */
export function toOrderAmounts(
  productAmounts: readonly number[],
  shippingCost: number,
  taxRate: number,
): { readonly shippingCost: number; readonly taxAmount: number; readonly totalAmount: number } {
  const goods = productAmounts.reduce((sum, amount) => sum + amount, 0)
  // Of the goods only: a quotation of September 2019 leaves the shipping cost out of the tax.
  const taxAmount = Math.floor(goods * taxRate)
  return { shippingCost, taxAmount, totalAmount: goods + shippingCost + taxAmount }
}

/** The tax on what is sold in Japan at a moment: 10 % since October 2019, 8 % before. */
export function orderTaxRate(timeMs: number): number {
  return timeMs < Date.UTC(2019, 9, 1) ? 0.08 : 0.1
}
