import type { CoverageType } from '../coverage-types.ts'
import type { BilledCurrency, RateCard } from './rate-card.ts'

/** The currency that a card bills a coverage type in. A card that is checked has one for each. */
export function currencyOf({ currencies }: Pick<RateCard, 'currencies'>, coverageType: CoverageType): BilledCurrency {
  const found = currencies.find((one) => one.coverageType === coverageType)
  if (!found) throw new TypeError(`The rate card has no currency of coverage type ${coverageType}: give currencies`)
  return found
}
