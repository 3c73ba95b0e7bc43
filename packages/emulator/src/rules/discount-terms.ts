import { toExact } from '@soracom-fixtures/api/billing'
import type { DiscountState } from '../state/contracts.ts'
import { toDayText } from './calendar.ts'
import { orderTaxRate } from './order-amounts.ts'

/** The last day of a term that begins on a day, both written `yyyyMMdd`: 20220401 and 12 months give 20230331. */
export function toEndDate(startDate: string, termMonths: number): string {
  const [year, month, day] = toParts(startDate)
  return toDayText(Date.UTC(year, month - 1 + termMonths, day - 1))
}

/** Whether a text is a day of the calendar, written `yyyyMMdd`. */
export function isDayText(text: string): boolean {
  if (!/^\d{8}$/.test(text)) return false
  const [year, month, day] = toParts(text)
  return toDayText(Date.UTC(year, month - 1, day)) === text
}

/** What a discount costs when it is ordered: all of it where it is paid beforehand, nothing where it is by the month. */
export function toInitialCost(discount: DiscountState): { readonly amount: number; readonly withTax: number } {
  const { paymentType, unitPrice, quantity, termMonths, quotedMs } = discount
  const amount = paymentType === 'PREPAYMENT' ? unitPrice * quantity * termMonths : 0
  return { amount, withTax: Math.floor(withTax(amount, quotedMs)) }
}

/** A price with the tax of a moment. */
export function withTax(price: number, timeMs: number): number {
  return toExact(price * (1 + orderTaxRate(timeMs)))
}

function toParts(text: string): readonly [number, number, number] {
  return [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))]
}
