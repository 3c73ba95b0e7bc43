import type { CouponQuotation } from '@soracom-fixtures/api'
import { couponQuotationRequestSchema } from '@soracom-fixtures/api/schemas'
import { shiftMonth, toMonthText } from '../rules/calendar.ts'
import type { CouponOrderState } from '../state/contracts.ts'
import type { CouponState } from '../state/world.ts'
import { created, ok } from './answer.ts'
import { ApiFailure, invalid, notFound } from './api-failure.ts'
import { toCouponCode } from './coupons.ts'
import type { Operation } from './operation.ts'
import { checkConfirmable, toOrderId } from './quotations.ts'
import { readBody } from './read-body.ts'
import { toCouponView } from './views/coupon-view.ts'

// Bought on any day of March 2018 it pays for March 2018 to April 2019 (soracom.jp, prepaid coupons).
const monthsOfLife = 13
const leastYen = 1000
const mostYen = 10_000_000

/**
 * Coupons that are bought: from 1,000 to 10,000,000 yen, under Japanese coverage only. They pay for every charge of a
 * service and are registered as soon as they are ordered.
 */
export const couponOrderOperations: readonly Operation[] = [
  {
    operationId: 'createCouponQuotation',
    handle({ world, operator, body, nowMs }) {
      const { amount } = readBody(couponQuotationRequestSchema, body)
      if (!operator.coverageTypes.has('jp')) throw new ApiFailure('EMU0190', ['Coupons'])
      if (!Number.isInteger(amount) || amount < leastYen || amount > mostYen) throw invalid('amount', amount)
      const { couponTaxRate, bucketZoneOffsetMinutes } = world.settings
      const order: CouponOrderState = {
        orderId: toOrderId(world, nowMs),
        amount,
        taxAmount: Math.floor(amount * couponTaxRate),
        expiryYearMonth: shiftMonth(toMonthText(nowMs, bucketZoneOffsetMinutes), monthsOfLife),
        quotedMs: nowMs,
        couponCode: null,
        orderedMs: null,
      }
      operator.couponOrders.set(order.orderId, order)
      return created(toQuotationView(order))
    },
  },
  {
    operationId: 'confirmCouponOrder',
    handle({ world, operator, params, nowMs }) {
      const orderId = params.order_id ?? ''
      const order = operator.couponOrders.get(orderId)
      if (!order) throw notFound('order', orderId)
      const { quotedMs, amount, expiryYearMonth } = order
      const state = order.couponCode === null ? undefined : 'ordered'
      checkConfirmable(operator, nowMs, { orderId, state, quotedMs, expires: world.settings.everyQuotationExpires })
      const coupon: CouponState = {
        couponCode: toCouponCode(world),
        amount,
        billItemName: null,
        firstYearMonth: shiftMonth(expiryYearMonth, -monthsOfLife),
        expiryYearMonth,
        operatorId: operator.operatorId,
        registeredMs: nowMs,
        orderId,
      }
      world.coupons.set(coupon.couponCode, coupon)
      operator.couponCodes.add(coupon.couponCode)
      order.couponCode = coupon.couponCode
      order.orderedMs = nowMs
      return ok(toCouponView(coupon, { rateCard: world.rateCard, operator }))
    },
  },
]

function toQuotationView({ orderId, amount, taxAmount, expiryYearMonth }: CouponOrderState): CouponQuotation {
  return { orderId, amount, currency: 'JPY', expiryYearMonth, taxAmount, totalAmount: amount + taxAmount }
}
