// What things cost: the rate card, and prices as pure functions. An entry of its own, since few who import the API's
// words need it.

export { billItemOf } from './billing/bill-item-of.ts'
export { chargeOfData } from './billing/charge-of-data.ts'
export { currencyOf } from './billing/currency-of.ts'
export { dataPricesOf } from './billing/data-prices-of.ts'
export { assertRateCard, defineRateCard, type RateCardChanges } from './billing/define-rate-card.ts'
export { publishedRateCard } from './billing/published-rate-card.ts'
export type {
  BasicFee,
  BeamPrice,
  BilledCurrency,
  BundleFee,
  CardGap,
  DataPrice,
  HourBand,
  Provenance,
  RateCard,
  TaxRate,
} from './billing/rate-card.ts'
export { rateCardProblems } from './billing/rate-card-problems.ts'
export { toExact } from './billing/to-exact.ts'
