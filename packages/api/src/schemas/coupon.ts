import * as v from 'valibot'
import { couponBillItems } from '../bill-items.ts'
import { currencySchema } from './common.ts'

/** `POST /sandbox/coupons/create`. */
export const createCouponRequestSchema = v.object({
  amount: v.exactOptional(v.number()),
  applicableBillItemName: v.exactOptional(v.picklist(couponBillItems)),
  /** `yyyyMM`. */
  expiryYearMonth: v.exactOptional(v.string()),
})
export type CreateCouponRequest = v.InferOutput<typeof createCouponRequestSchema>

export const couponSchema = v.object({
  couponCode: v.string(),
  amount: v.number(),
  balance: v.number(),
  billItemName: v.string(),
  expiryYearMonth: v.string(),
  currency: v.exactOptional(v.nullable(currencySchema)),
  orderId: v.exactOptional(v.nullable(v.string())),
})
export type CouponRecord = v.InferOutput<typeof couponSchema>

export const couponListSchema = v.object({ couponList: v.array(couponSchema) })
export type CouponList = v.InferOutput<typeof couponListSchema>
