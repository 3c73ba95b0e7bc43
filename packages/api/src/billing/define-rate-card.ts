import { publishedRateCard } from './published-rate-card.ts'
import type {
  BasicFee,
  BeamPrice,
  BilledCurrency,
  BundleFee,
  CardGap,
  DataPrice,
  Provenance,
  RateCard,
  TaxRate,
} from './rate-card.ts'
import { rateCardProblems } from './rate-card-problems.ts'

type Given<Entry extends Provenance> = Omit<Entry, keyof Provenance> & Partial<Provenance>

/** What a card changes of another. Its `source` and `asOf` hold for entries without their own. */
export interface RateCardChanges extends Provenance {
  readonly name: string
  readonly basicFees?: readonly Given<BasicFee>[]
  readonly dataPrices?: readonly Given<DataPrice>[]
  readonly bundleFees?: readonly Given<BundleFee>[]
  readonly beamPrices?: readonly Given<BeamPrice>[]
  readonly taxRates?: readonly Given<TaxRate>[]
  readonly currencies?: readonly Given<BilledCurrency>[]
  /** Those of the other card that its plans without new data prices have, unless told. */
  readonly gaps?: readonly Given<CardGap>[]
}

/**
 * Makes a rate card that extends another, the published figures unless told. An entry takes the place of what it is
 * about: a fee of the plan's fee in the same status, a data price of all of the plan's in that speed class and direction
 * (`*`: in every class), a bundle, a coverage type's Beam price or currency, a tax
 * of the same month.
 *
 * @throws {TypeError} with everything that is wrong with the card.
 * @example
 * const contract = defineRateCard({
 *   name: 'contract of 2026',
 *   source: 'our contract',
 *   asOf: '2026-04',
 *   bundleFees: [{ bundle: 'D-500MB', price: 300, includedBytes: 500 * 1024 ** 2 }],
 * })
 * const emulator = await startEmulator({ rateCard: contract })
 */
export function defineRateCard(changes: RateCardChanges, extended: RateCard = publishedRateCard): RateCard {
  const { name, source, asOf } = changes
  const told = <Entry extends Provenance>(entries: readonly Given<Entry>[] = []) =>
    entries.map((entry) => ({ source, asOf, ...entry })) as unknown as readonly Entry[]
  const basicFees = told<BasicFee>(changes.basicFees)
  const dataPrices = told<DataPrice>(changes.dataPrices)
  const bundleFees = told<BundleFee>(changes.bundleFees)
  const beamPrices = told<BeamPrice>(changes.beamPrices)
  const taxRates = told<TaxRate>(changes.taxRates)
  const currencies = told<BilledCurrency>(changes.currencies)
  return assertRateCard({
    name,
    basicFees: [...extended.basicFees.flatMap((fee) => withoutStatuses(fee, basicFees)), ...basicFees],
    dataPrices: [
      ...extended.dataPrices.filter((old) => !dataPrices.some((one) => takesPlace(one, old))),
      ...dataPrices,
    ],
    bundleFees: [
      ...extended.bundleFees.filter((old) => !bundleFees.some(({ bundle }) => bundle === old.bundle)),
      ...bundleFees,
    ],
    beamPrices: [
      ...extended.beamPrices.filter((old) => !beamPrices.some(({ coverageType }) => coverageType === old.coverageType)),
      ...beamPrices,
    ],
    taxRates: [...extended.taxRates.filter((old) => !taxRates.some((tax) => isSameTax(tax, old))), ...taxRates],
    currencies: [
      ...extended.currencies.filter((old) => !currencies.some(({ coverageType }) => coverageType === old.coverageType)),
      ...currencies,
    ],
    gaps: changes.gaps
      ? told<CardGap>(changes.gaps)
      : extended.gaps.filter((gap) => !dataPrices.some(({ subscription }) => subscription === gap.subscription)),
  })
}

/**
 * Gives a card back that nothing is wrong with.
 *
 * @throws {TypeError} with everything that is.
 */
export function assertRateCard(card: RateCard): RateCard {
  const problems = rateCardProblems(card)
  if (problems.length === 0) return card
  const lines = problems.map((problem) => `  - ${problem}`)
  throw new TypeError([`The rate card ${JSON.stringify(card.name)} is not valid:`, ...lines].join('\n'))
}

// A fee keeps the statuses that no new fee of its plan is about.
function withoutStatuses(fee: BasicFee, others: readonly BasicFee[]): BasicFee[] {
  const statuses = fee.statuses.filter(
    (status) => !others.some((one) => one.subscription === fee.subscription && one.statuses.includes(status)),
  )
  return statuses.length > 0 ? [{ ...fee, statuses }] : []
}

function takesPlace(price: DataPrice, old: DataPrice): boolean {
  const isSameUse = price.subscription === old.subscription && price.direction === old.direction
  return isSameUse && (price.speedClass === '*' || price.speedClass === old.speedClass)
}

function isSameTax(tax: TaxRate, old: TaxRate): boolean {
  return tax.coverageType === old.coverageType && tax.fromMonth === old.fromMonth
}
