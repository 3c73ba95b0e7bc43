import type { VolumeDiscountPaymentType, VolumeDiscountType } from '@soracom-fixtures/api'

/** A coupon that is offered for money, and the order that it becomes. */
export interface CouponOrderState {
  readonly orderId: string
  readonly amount: number
  readonly taxAmount: number
  readonly expiryYearMonth: string
  readonly quotedMs: number
  /** Set once it is confirmed. */
  couponCode: string | null
  orderedMs: number | null
}

/** A long-term discount that is offered, and the contract that it becomes. */
export interface DiscountState {
  readonly orderId: string
  readonly type: VolumeDiscountType
  readonly paymentType: VolumeDiscountPaymentType
  readonly termMonths: number
  readonly quantity: number
  /** Yen for a SIM and a month, without tax. */
  readonly unitPrice: number
  /** `yyyyMMdd`. */
  readonly startDate: string
  /** `yyyyMMdd`, the last day. */
  readonly endDate: string
  readonly quotedMs: number
  /** Set once it is confirmed. */
  contractId: string | null
  contractedMs: number | null
}
