import * as v from 'valibot'
import { currencySchema } from './common.ts'
import { paymentStatusSchema } from './order.ts'

/** A month's bill with tax and coupons. Older answers leave `currency` and `appliedCouponAmount` out. */
export const monthlyBillSchema = v.object({
  yearMonth: v.string(),
  amount: v.number(),
  appliedCouponAmount: v.exactOptional(v.nullable(v.number())),
  currency: v.exactOptional(v.nullable(currencySchema)),
  state: v.picklist(['temporary', 'closed']),
  paymentStatus: v.exactOptional(v.nullable(paymentStatusSchema)),
  paymentTransactionId: v.exactOptional(v.nullable(v.string())),
})
export type MonthlyBill = v.InferOutput<typeof monthlyBillSchema>

export const billHistorySchema = v.object({ billList: v.array(monthlyBillSchema) })
export type BillHistory = v.InferOutput<typeof billHistorySchema>

/** A day's bill without tax and without fees by the month. */
export const dailyBillSchema = v.object({
  date: v.string(),
  amount: v.number(),
  currency: v.exactOptional(v.nullable(currencySchema)),
})
export type DailyBill = v.InferOutput<typeof dailyBillSchema>

export const dailyBillListSchema = v.object({ billList: v.array(dailyBillSchema) })
export type DailyBillList = v.InferOutput<typeof dailyBillListSchema>

/** The running total of this month. `lastEvaluatedTime` is `yyyyMMddHHmmss`. */
export const latestBillSchema = v.object({
  amount: v.number(),
  currency: v.exactOptional(v.nullable(currencySchema)),
  lastEvaluatedTime: v.string(),
})
export type LatestBill = v.InferOutput<typeof latestBillSchema>

/** A month by bill item, without tax; `updatedTime` is UNIX seconds. */
export const billItemSummarySchema = v.object({
  yearMonth: v.string(),
  currency: v.exactOptional(v.nullable(currencySchema)),
  updatedTime: v.number(),
  costBreakdownList: v.array(
    v.object({
      billItemCategory: v.exactOptional(v.nullable(v.string())),
      billItemName: v.string(),
      amount: v.number(),
    }),
  ),
})
export type BillItemSummary = v.InferOutput<typeof billItemSummarySchema>

/** A month by SIM, without tax; `updatedTime` is UNIX seconds. */
export const billSimSummarySchema = v.object({
  yearMonth: v.string(),
  currency: v.exactOptional(v.nullable(currencySchema)),
  updatedTime: v.number(),
  costBreakdownList: v.array(v.object({ simId: v.string(), amount: v.number() })),
})
export type BillSimSummary = v.InferOutput<typeof billSimSummarySchema>
