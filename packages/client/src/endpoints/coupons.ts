import type { CouponList, CouponRecord } from '@soracom-fixtures/api'
import type { Call } from './call.ts'

/** Coupons of the operator. */
export function couponCalls(call: Call) {
  return {
    /** Lists the registered coupons. */
    async list(): Promise<CouponList> {
      return (await call<CouponList>({ operationId: 'listCoupons', method: 'GET', path: '/coupons', repeat: 'safe' }))
        .value
    },
    /** Registers a coupon to the operator. Not repeated when its answer is lost. */
    async register(couponCode: string): Promise<CouponRecord> {
      return (
        await call<CouponRecord>({
          operationId: 'registerCoupon',
          method: 'POST',
          path: '/coupons/{couponCode}/register',
          params: { couponCode },
          repeat: 'unsafe',
        })
      ).value
    },
  }
}
