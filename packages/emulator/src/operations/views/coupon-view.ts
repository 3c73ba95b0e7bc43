import type { CouponRecord } from '@soracom-fixtures/api'
import { currencyOf, type RateCard } from '@soracom-fixtures/api/billing'
import { billedCoverageType } from '../../rules/billing/billed-coverage-type.ts'
import type { OperatorState } from '../../state/operator.ts'
import type { CouponState } from '../../state/world.ts'

/** A registered coupon as the API shows it. */
export function toCouponView(
  { couponCode, amount, billItemName, expiryYearMonth, orderId }: CouponState,
  { rateCard, operator }: { readonly rateCard: RateCard; readonly operator: OperatorState },
  balance = amount,
): CouponRecord {
  const { currency } = currencyOf(rateCard, billedCoverageType(operator.coverageTypes))
  const coupon = { amount, balance, billItemName, couponCode, currency, expiryYearMonth }
  // One that was not bought has no order, and the document knows no null for it.
  return orderId === null ? coupon : { ...coupon, orderId }
}
