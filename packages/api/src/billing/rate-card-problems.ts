import { coverageTypes } from '../coverage-types.ts'
import { currencies as knownCurrencies } from '../currencies.ts'
import { bundles, plans, type Subscription } from '../plans.ts'
import { subscriberStatuses } from '../subscriber-statuses.ts'
import { hourProblems } from './hour-problems.ts'
import type { BasicFee, BilledCurrency, BundleFee, DataPrice, Provenance, RateCard } from './rate-card.ts'

/** What is wrong with a rate card, a sentence each: unknown words, units, what holds twice, and hours without a price. */
export function rateCardProblems(card: RateCard): string[] {
  const { basicFees, dataPrices, bundleFees, beamPrices, taxRates, currencies, gaps } = card
  const all = [...basicFees, ...dataPrices, ...bundleFees, ...beamPrices, ...taxRates, ...currencies, ...gaps]
  return [
    ...(card.name === '' ? ['name is empty; bills tell it'] : []),
    ...all.flatMap(provenanceProblems),
    ...basicFees.flatMap(basicFeeProblems),
    ...twice(
      basicFees.flatMap((fee) =>
        fee.statuses.map((status) => `the ${fee.per} fee of ${fee.subscription} in status ${status}`),
      ),
    ),
    ...dataPrices.flatMap(dataPriceProblems),
    ...hourProblems(dataPrices),
    ...bundleFees.flatMap(bundleFeeProblems),
    ...twice(bundleFees.map(({ bundle }) => `the fee of bundle ${bundle}`)),
    ...beamPrices.flatMap(({ coverageType, price, perRequests, freeRequestsPerMonth }) => [
      ...coverageProblems(coverageType),
      ...priceProblems('Beam requests', price),
      ...wholeProblems('perRequests', perRequests, 1),
      ...wholeProblems('freeRequestsPerMonth', freeRequestsPerMonth, 0),
    ]),
    ...twice(beamPrices.map(({ coverageType }) => `the Beam price of coverage type ${coverageType}`)),
    ...taxRates.flatMap(({ coverageType, fromMonth, rate }) => [
      ...coverageProblems(coverageType),
      ...(/^\d{4}(0[1-9]|1[0-2])$/.test(fromMonth)
        ? []
        : [`fromMonth ${JSON.stringify(fromMonth)} is no month such as "201910"`]),
      ...(rate >= 0 && rate <= 1 ? [] : [`the tax rate ${rate} is no share from 0 to 1; 10 % is 0.1`]),
    ]),
    ...twice(
      taxRates.map(({ coverageType, fromMonth }) => `the tax of coverage type ${coverageType} from ${fromMonth}`),
    ),
    ...currencyProblems(currencies),
  ]
}

function currencyProblems(currencies: readonly BilledCurrency[]): string[] {
  const missing = coverageTypes.filter((type) => !currencies.some(({ coverageType }) => coverageType === type))
  return [
    ...currencies.flatMap(({ coverageType, currency, rounding }) => [
      ...coverageProblems(coverageType),
      ...(knownCurrencies.includes(currency)
        ? []
        : [`currency ${JSON.stringify(currency)} is unknown; there are ${knownCurrencies.join(', ')}`]),
      ...(rounding ? roundingProblems(rounding) : []),
    ]),
    ...missing.map((type) => `coverage type ${type} has no currency; give currencies`),
    ...twice(currencies.map(({ coverageType }) => `the currency of coverage type ${coverageType}`)),
  ]
}

function roundingProblems({ decimals, mode }: NonNullable<BilledCurrency['rounding']>): string[] {
  const modes: readonly string[] = ['floor', 'round', 'ceil']
  return [
    ...wholeProblems('decimals', decimals, 0),
    ...(modes.includes(mode) ? [] : [`the rounding ${JSON.stringify(mode)} is none of ${modes.join(', ')}`]),
  ]
}

function provenanceProblems(entry: Provenance): string[] {
  const { source, asOf } = entry
  const isTold = typeof source === 'string' && source !== '' && /^\d{4}(-\d\d(-\d\d)?)?$/.test(asOf ?? '')
  return isTold ? [] : [`${JSON.stringify(entry)} needs a source, and asOf as a year, a month or a day`]
}

function basicFeeProblems({ subscription, per, prorated, statuses, price, beyond }: BasicFee): string[] {
  const unknown = statuses.filter((status) => !subscriberStatuses.includes(status))
  return [
    ...planProblems(subscription),
    ...(per === 'day' || per === 'month' ? [] : [`a fee is per day or per month, not per ${String(per)}`]),
    ...(prorated && per === 'day'
      ? [`the fee of ${subscription} is per day, and only one per month can be prorated`]
      : []),
    ...unknown.map(
      (status) => `status ${JSON.stringify(status)} is unknown; there are ${subscriberStatuses.join(', ')}`,
    ),
    ...priceProblems(`the fee of ${subscription}`, price),
    ...(beyond
      ? [...priceProblems(`the fee of ${subscription} beyond`, beyond.price), ...wholeProblems('sims', beyond.sims, 0)]
      : []),
  ]
}

function dataPriceProblems({ subscription, speedClass, direction, price, perBytes, unitBytes }: DataPrice): string[] {
  const known: readonly string[] = plans[subscription]?.speedClasses ?? [speedClass]
  const isKnown = speedClass === '*' || known.includes(speedClass)
  return [
    ...planProblems(subscription),
    ...(isKnown
      ? []
      : [
          `${subscription} has no speed class ${JSON.stringify(speedClass)}; it has ${known.join(', ')}, and "*" is all`,
        ]),
    ...(direction === 'upload' || direction === 'download'
      ? []
      : [`direction ${JSON.stringify(direction)} is neither upload nor download`]),
    ...priceProblems(`data of ${subscription}`, price),
    ...wholeProblems('perBytes', perBytes, 1),
    ...wholeProblems('unitBytes', unitBytes, 1),
  ]
}

function bundleFeeProblems({ bundle, price, includedBytes, pooled, overage }: BundleFee): string[] {
  const needsAllowance = (pooled === true || overage !== undefined) && includedBytes === undefined
  return [
    ...((bundles as readonly string[]).includes(bundle)
      ? []
      : [`bundle ${JSON.stringify(bundle)} is unknown; there are ${bundles.join(', ')}`]),
    ...priceProblems(`bundle ${bundle}`, price),
    ...(includedBytes === undefined ? [] : wholeProblems('includedBytes', includedBytes, 0)),
    ...(needsAllowance
      ? [`bundle ${bundle} needs includedBytes, which is what is pooled, and beyond which bytes cost extra`]
      : []),
    ...(overage
      ? [
          ...priceProblems(`overage of ${bundle}`, overage.price),
          ...wholeProblems('perBytes', overage.perBytes, 1),
          ...wholeProblems('unitBytes', overage.unitBytes, 1),
        ]
      : []),
  ]
}

function planProblems(subscription: Subscription): string[] {
  if (subscription in plans) return []
  return [`plan ${JSON.stringify(subscription)} is unknown; there are ${Object.keys(plans).join(', ')}`]
}

function coverageProblems(coverageType: string): string[] {
  if ((coverageTypes as readonly string[]).includes(coverageType)) return []
  return [`coverage type ${JSON.stringify(coverageType)} is unknown; there are ${coverageTypes.join(', ')}`]
}

function priceProblems(what: string, price: number): string[] {
  return Number.isFinite(price) && price >= 0 ? [] : [`the price of ${what} must be a number from 0, not ${price}`]
}

function wholeProblems(name: string, value: number, least: number): string[] {
  return Number.isSafeInteger(value) && value >= least
    ? []
    : [`${name} must be a whole number from ${least}, not ${value}`]
}

function twice(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map(
    (key) => `${key} stands there twice`,
  )
}
