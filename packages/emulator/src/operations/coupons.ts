import type { CouponRecord } from '@soracom-fixtures/api'
import { createCouponRequestSchema } from '@soracom-fixtures/api/schemas'
import { billedCoverageType } from '../rules/billing/billed-coverage-type.ts'
import { couponBalances } from '../rules/billing/coupon-balances.ts'
import { isMonthText, shiftMonth, toMonthText } from '../rules/calendar.ts'
import { billInputOf } from '../state/bills.ts'
import type { OperatorState } from '../state/operator.ts'
import type { CouponState } from '../state/world.ts'
import { ok } from './answer.ts'
import { ApiFailure, invalid } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

/** Coupons: made by the sandbox's own call, registered, and used up when months close. */
export const couponOperations: readonly Operation[] = [
  {
    operationId: 'sandboxCreateCoupon',
    handle({ world, operator, body, nowMs }) {
      const request = readBody(createCouponRequestSchema, body)
      const expiryYearMonth = request.expiryYearMonth ?? shiftMonth(toMonthText(nowMs), 12)
      if (!isMonthText(expiryYearMonth)) throw invalid('expiryYearMonth', expiryYearMonth)
      const amount = request.amount ?? 0
      if (!Number.isInteger(amount) || amount < 0) throw invalid('amount', amount)
      const coupon: CouponState = {
        couponCode: world.ids.text(16).toUpperCase(),
        amount,
        billItemName: request.applicableBillItemName ?? 'dailyChargeTotal',
        expiryYearMonth,
        operatorId: undefined,
        registeredMs: null,
      }
      world.coupons.set(coupon.couponCode, coupon)
      operator.madeCouponCodes.add(coupon.couponCode)
      const { couponCode, billItemName } = coupon
      return ok({ amount, balance: amount, billItemName, couponCode, expiryYearMonth })
    },
  },
  {
    operationId: 'listCoupons',
    handle({ world, operator }) {
      const balances = couponBalances(billInputOf(world, operator))
      const coupons = [...operator.couponCodes].flatMap((code) => world.coupons.get(code) ?? [])
      return ok({ couponList: coupons.map((coupon) => toView(coupon, operator, balances.get(coupon.couponCode))) })
    },
  },
  {
    operationId: 'registerCoupon',
    handle({ world, operator, params, nowMs }) {
      const code = params.coupon_code ?? ''
      const coupon = world.coupons.get(code)
      if (!coupon) throw new ApiFailure('EMU0005', ['coupon', code], 400)
      if (coupon.operatorId !== undefined) throw new ApiFailure('EMU0010', [code])
      coupon.operatorId = operator.operatorId
      coupon.registeredMs = nowMs
      operator.couponCodes.add(code)
      operator.madeCouponCodes.delete(code)
      return ok(toView(coupon, operator))
    },
  },
]

function toView(
  { couponCode, amount, billItemName, expiryYearMonth }: CouponState,
  operator: OperatorState,
  balance = amount,
): CouponRecord {
  const currency = billedCoverageType(operator.coverageTypes) === 'jp' ? 'JPY' : 'USD'
  return { amount, balance, billItemName, couponCode, currency, expiryYearMonth, orderId: null }
}
