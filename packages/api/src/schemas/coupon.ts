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
  /** Null where it pays for every charge of a service, as a purchased one does. */
  billItemName: v.nullable(v.string()),
  expiryYearMonth: v.string(),
  currency: v.exactOptional(v.nullable(currencySchema)),
  orderId: v.exactOptional(v.nullable(v.string())),
})
export type CouponRecord = v.InferOutput<typeof couponSchema>

export const couponListSchema = v.object({ couponList: v.array(couponSchema) })
export type CouponList = v.InferOutput<typeof couponListSchema>

/** `POST /coupons`: asks for a quotation of a coupon that is bought. */
export const couponQuotationRequestSchema = v.object({ amount: v.number() })
export type CouponQuotationRequest = v.InferOutput<typeof couponQuotationRequestSchema>

export const couponQuotationSchema = v.object({
  orderId: v.string(),
  amount: v.number(),
  currency: currencySchema,
  /** `yyyyMM`. */
  expiryYearMonth: v.string(),
  taxAmount: v.number(),
  totalAmount: v.number(),
})
export type CouponQuotation = v.InferOutput<typeof couponQuotationSchema>
