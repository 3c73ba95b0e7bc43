import type { CoverageType, Currency, SubscriberStatus, Subscription } from '@soracom-fixtures/api'

/** Where a figure comes from, and when it was last known to hold. */
export interface Provenance {
  readonly source: string
  /** A year, a month or a day. */
  readonly asOf: string
}

/** A fee for having a SIM. */
export interface BasicFee extends Provenance {
  readonly subscription: Subscription
  /** For each day, or for each month and never by parts of one, in which the SIM has one of the statuses. */
  readonly per: 'day' | 'month'
  readonly statuses: readonly SubscriberStatus[]
  readonly price: number
}

/** A price of data. */
export interface DataPrice extends Provenance {
  readonly subscription: Subscription
  /** `*` for every speed class. */
  readonly speedClass: string
  readonly direction: 'upload' | 'download'
  /** For `perBytes` bytes. */
  readonly price: number
  readonly perBytes: number
  /** A SIM's bytes of a day are rounded up to whole units of this many. */
  readonly unitBytes: number
}

/** A fee for a bundle, by the month. */
export interface BundleFee extends Provenance {
  readonly bundle: string
  readonly price: number
}

/** A price of Beam requests. */
export interface BeamPrice extends Provenance {
  readonly coverageType: CoverageType
  /** For `perRequests` requests. */
  readonly price: number
  readonly perRequests: number
  readonly freeRequestsPerMonth: number
}

/** A tax that begins with a month. */
export interface TaxRate extends Provenance {
  readonly coverageType: CoverageType
  /** `yyyyMM`. */
  readonly fromMonth: string
  readonly rate: number
}

/**
 * What things cost: plain data. Prices are without tax, in yen for coverage type jp and in dollars for g. What a card
 * does not have is not known, and is told rather than made up.
 */
export interface RateCard {
  readonly name: string
  readonly basicFees: readonly BasicFee[]
  readonly dataPrices: readonly DataPrice[]
  readonly bundleFees: readonly BundleFee[]
  readonly beamPrices: readonly BeamPrice[]
  readonly taxRates: readonly TaxRate[]
}
