// Of the goods only: a quotation of September 2019 (then 8 %) leaves the shipping cost out of the tax.
const taxRate = 0.1

/** What an order costs, in yen: goods, shipping, tax on the goods, and the sum of the three. */
export function toOrderAmounts(
  productAmounts: readonly number[],
  shippingCost: number,
): { readonly shippingCost: number; readonly taxAmount: number; readonly totalAmount: number } {
  const goods = productAmounts.reduce((sum, amount) => sum + amount, 0)
  const taxAmount = Math.floor(goods * taxRate)
  return { shippingCost, taxAmount, totalAmount: goods + shippingCost + taxAmount }
}
