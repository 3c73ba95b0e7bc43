import type { VolumeDiscount, VolumeDiscountQuotation } from '@soracom-fixtures/api'
import { monthsBefore, toDayText, toSecondText } from '../../rules/calendar.ts'
import { toInitialCost, withTax } from '../../rules/discount-terms.ts'
import type { DiscountState } from '../../state/contracts.ts'

/** The terms of a long-term discount as its quotation shows them. */
export function toTermsView(discount: DiscountState): VolumeDiscountQuotation['volumeDiscount'] {
  return {
    ...toCommonTerms(discount),
    taxIncludedUnitPrice: withTax(discount.unitPrice, discount.quotedMs),
    taxIncludedInitialCost: toInitialCost(discount).withTax,
  }
}

/** A contracted discount as the API shows it on a day that is written `yyyyMMdd`. */
export function toContractView(discount: DiscountState, today: string, zoneOffsetMinutes: number): VolumeDiscount {
  return {
    ...toCommonTerms(discount),
    contractId: discount.contractId ?? '',
    contractDateTime: toSecondText(discount.contractedMs ?? discount.quotedMs, zoneOffsetMinutes),
    status: discount.endDate < today ? 'expired' : 'active',
  }
}

/** Whether a contract is still shown: for 18 months, or for six after its end (published document). */
export function isVisibleContract({ contractedMs, endDate }: DiscountState, nowMs: number): boolean {
  if (contractedMs === null) return false
  return contractedMs >= monthsBefore(nowMs, 18) || endDate >= toDayText(monthsBefore(nowMs, 6))
}

function toCommonTerms(discount: DiscountState) {
  return {
    volumeDiscountType: discount.type,
    volumeDiscountPaymentType: discount.paymentType,
    contractTermMonth: discount.termMonths,
    quantity: discount.quantity,
    startDate: discount.startDate,
    endDate: discount.endDate,
    currency: 'JPY',
    unitPrice: discount.unitPrice,
    initialCost: toInitialCost(discount).amount,
  } as const
}
