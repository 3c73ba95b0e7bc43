import { createCouponRequestSchema } from '@soracom-fixtures/api/schemas'
import { couponBalances } from '../rules/billing/coupon-balances.ts'
import { isMonthText, shiftMonth, toMonthText } from '../rules/calendar.ts'
import { billInputOf } from '../state/bills.ts'
import type { CouponState, World } from '../state/world.ts'
import { ok } from './answer.ts'
import { ApiFailure, invalid } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'
import { toCouponView } from './views/coupon-view.ts'

const largestAmount = 2 ** 31 - 1

/** Coupons: made by the sandbox's own call, registered, and used up when months close. */
export const couponOperations: readonly Operation[] = [
  {
    operationId: 'sandboxCreateCoupon',
    handle({ world, operator, body, nowMs }) {
      const request = readBody(createCouponRequestSchema, body)
      const { defaultCoupon } = world.settings
      const expiryYearMonth = request.expiryYearMonth ?? shiftMonth(toMonthText(nowMs), defaultCoupon.months)
      if (!isMonthText(expiryYearMonth)) throw invalid('expiryYearMonth', expiryYearMonth)
      const amount = request.amount ?? defaultCoupon.amount
      if (!Number.isInteger(amount) || amount < 0 || amount > largestAmount) throw invalid('amount', amount)
      const coupon: CouponState = {
        couponCode: toCouponCode(world),
        amount,
        billItemName: request.applicableBillItemName ?? defaultCoupon.billItemName,
        firstYearMonth: null,
        expiryYearMonth,
        operatorId: undefined,
        registeredMs: null,
        orderId: null,
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
      return ok({
        couponList: coupons.map((coupon) =>
          toCouponView(coupon, { rateCard: world.rateCard, operator }, balances.get(coupon.couponCode)),
        ),
      })
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
      return ok(toCouponView(coupon, { rateCard: world.rateCard, operator }))
    },
  },
]

/** A code of a coupon; the service's own form is not recorded. */
export function toCouponCode({ ids }: World): string {
  return ids.text(16).toUpperCase()
}
