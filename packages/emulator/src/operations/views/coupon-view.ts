import type { CouponRecord } from '@soracom-fixtures/api'
import { billedCoverageType } from '../../rules/billing/billed-coverage-type.ts'
import type { OperatorState } from '../../state/operator.ts'
import type { CouponState } from '../../state/world.ts'

/** A registered coupon as the API shows it. */
export function toCouponView(
  { couponCode, amount, billItemName, expiryYearMonth, orderId }: CouponState,
  operator: OperatorState,
  balance = amount,
): CouponRecord {
  const currency = billedCoverageType(operator.coverageTypes) === 'jp' ? 'JPY' : 'USD'
  return { amount, balance, billItemName, couponCode, currency, expiryYearMonth, orderId }
}
