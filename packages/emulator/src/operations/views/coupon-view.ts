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
  return { amount, balance, billItemName, couponCode, currency, expiryYearMonth, orderId }
}
