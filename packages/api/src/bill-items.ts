/** Bill items that a sandbox coupon can apply to (published sandbox document). */
export const couponBillItems = [
  'dailyDataTrafficChargeTotal',
  'dailyChargeTotal',
  'dailySoracomBeamRequestChargeTotal',
] as const

/** The bill item that a coupon applies to. */
export type CouponBillItem = (typeof couponBillItems)[number]
