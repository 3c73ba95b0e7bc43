import type { Currency } from '@soracom-fixtures/api'
import { toExact } from '@soracom-fixtures/api/billing'
import type { MonthBill } from '../rules/billing/bill-input.ts'
import { billsOfMonths, monthsOfHistory } from '../rules/billing/bills-of-months.ts'
import { monthStartMs, monthsBefore, shiftMonth, toMonthText } from '../rules/calendar.ts'
import { toInitialCost } from '../rules/discount-terms.ts'
import { billInputOf } from '../state/bills.ts'
import type { OperatorState } from '../state/operator.ts'
import { paymentIdsOf } from '../state/payment-ids.ts'
import type { World } from '../state/world.ts'
import { toQuotationView } from './views/order-view.ts'

/** A payment that was made, for a month or for an order. */
export interface Payment {
  readonly statementId: string
  readonly transactionId: string
  readonly paidMs: number
  readonly currency: Currency
  readonly subtotal: number
  readonly tax: number
  readonly amount: number
  /** `yyyyMM`. */
  readonly month?: string
  readonly orderId?: string
  readonly bill?: MonthBill
}

type Due = Omit<Payment, 'statementId' | 'transactionId'>

/** The payments of the last 18 months, newest first. Who has nothing to pay with has paid nothing. */
export function paymentsOf(world: World, operator: OperatorState): Payment[] {
  if (!operator.hasPaymentMethod) return []
  const oldestMs = monthsBefore(world.clock.now(), monthsOfHistory)
  return [...paidMonths(world, operator), ...paidOrders(world, operator)]
    .filter(({ amount, paidMs }) => amount > 0 && paidMs >= oldestMs)
    .sort((left, right) => right.paidMs - left.paidMs)
    .map((due) => ({ ...due, ...paymentIdsOf(world, operator, due.month ?? due.orderId ?? '', due.paidMs) }))
}

/** When a month (`yyyyMM`) is paid: as soon as it closes. The service takes one to three business days. */
export function paidMsOf(world: World, month: string): number {
  return monthStartMs(shiftMonth(month, 1), world.settings.bucketZoneOffsetMinutes)
}

function paidMonths(world: World, operator: OperatorState): Due[] {
  const last = shiftMonth(toMonthText(world.clock.now(), world.settings.bucketZoneOffsetMinutes), -1)
  const bills = billsOfMonths(billInputOf(world, operator), shiftMonth(last, 1 - monthsOfHistory), last)
  return bills.map((bill) => ({
    month: bill.month,
    bill,
    paidMs: paidMsOf(world, bill.month),
    currency: bill.currency,
    subtotal: toExact(bill.subtotal - bill.appliedCouponAmount),
    tax: bill.tax,
    amount: bill.amount,
  }))
}

// Goods are charged right before they are shipped (guide to paying by card at users.soracom.io), the others at once.
function paidOrders(world: World, operator: OperatorState): Due[] {
  const dues: Due[] = []
  for (const order of operator.orders.values()) {
    if (order.shippedMs === null) continue
    const { taxAmount: tax, totalAmount: amount } = toQuotationView(order, operator, world.settings)
    dues.push(toDue(order.orderId, order.shippedMs, amount - tax, tax))
  }
  for (const { orderId, orderedMs, amount, taxAmount } of operator.couponOrders.values()) {
    if (orderedMs !== null) dues.push(toDue(orderId, orderedMs, amount, taxAmount))
  }
  for (const discount of operator.discounts.values()) {
    const { amount, withTax } = toInitialCost(discount)
    if (discount.contractedMs !== null) {
      dues.push(toDue(discount.orderId, discount.contractedMs, amount, withTax - amount))
    }
  }
  return dues
}

function toDue(orderId: string, paidMs: number, subtotal: number, tax: number): Due {
  return { orderId, paidMs, currency: 'JPY', subtotal, tax, amount: subtotal + tax }
}
