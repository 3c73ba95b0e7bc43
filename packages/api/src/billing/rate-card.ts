import type { CoverageType } from '../coverage-types.ts'
import type { Currency } from '../currencies.ts'
import type { Subscription } from '../plans.ts'
import type { SubscriberStatus } from '../subscriber-statuses.ts'

/** Where a figure comes from, and when it was last known to hold. */
export interface Provenance {
  readonly source: string
  /** A year, a month or a day. */
  readonly asOf: string
}

/** A fee for having a SIM. Where several hold on one day (or in one month), the dearest is charged. */
export interface BasicFee extends Provenance {
  readonly subscription: Subscription
  /** For each day, or for each month, in which the SIM has one of the statuses. */
  readonly per: 'day' | 'month'
  /** Whether a fee by the month is charged for the days of it alone on which that is so; in full unless told. */
  readonly prorated?: boolean
  readonly statuses: readonly SubscriberStatus[]
  /** 0 where the fee is known to be none. */
  readonly price: number
  /** Another price for the SIMs beyond a number of them, counted day by day (or month by month) in order of IMSI. */
  readonly beyond?: { readonly sims: number; readonly price: number }
}

/** Hours of the day, such as 22 to 6, in the zone that is so many minutes ahead of UTC. */
export interface HourBand {
  readonly fromHour: number
  readonly toHour: number
  readonly zoneOffsetMinutes: number
}

/** A price of data. */
export interface DataPrice extends Provenance {
  readonly subscription: Subscription
  /** `*` for every speed class that has no price of its own. */
  readonly speedClass: string
  readonly direction: 'upload' | 'download'
  /** For `perBytes` bytes. */
  readonly price: number
  readonly perBytes: number
  /** A SIM's bytes of a day are rounded up to whole units of this many. */
  readonly unitBytes: number
  /** The hours in which it holds; a price without them holds in all that are left. */
  readonly hours?: HourBand
}

/** A fee for a bundle, by the month in which a SIM has it at any time. */
export interface BundleFee extends Provenance {
  readonly bundle: string
  readonly price: number
  /** Bytes of a month that cost nothing, from its first day on; left out where it is not known. */
  readonly includedBytes?: number
  /** Whether all SIMs that have the bundle use what it includes for each of them together; each its own unless told. */
  readonly pooled?: boolean
  /** What bytes beyond what is included cost, in every speed class; the prices of the plan unless told. */
  readonly overage?: { readonly price: number; readonly perBytes: number; readonly unitBytes: number }
}

/** A price of Beam requests. */
export interface BeamPrice extends Provenance {
  readonly coverageType: CoverageType
  /** For `perRequests` requests; parts of so many cost their part. */
  readonly price: number
  readonly perRequests: number
  /** Of the whole operator, from the first day of the month on. */
  readonly freeRequestsPerMonth: number
}

/** A tax that begins with a month. */
export interface TaxRate extends Provenance {
  readonly coverageType: CoverageType
  /** `yyyyMM`. */
  readonly fromMonth: string
  readonly rate: number
}

/** What bills of a coverage type are in. */
export interface BilledCurrency extends Provenance {
  readonly coverageType: CoverageType
  readonly currency: Currency
  /**
   * How a month's total is rounded, with tax and coupons. Left out where it is not known: whole yen then, as the
   * emulator's setting `jpyRounding` says, and every other currency to the last digit.
   */
  readonly rounding?: { readonly decimals: number; readonly mode: 'floor' | 'round' | 'ceil' }
}

/** What is known of a subscription's prices and cannot be charged; bills with its traffic say so. */
export interface CardGap extends Provenance {
  readonly subscription: Subscription
  readonly what: string
}

/**
 * What things cost: plain data that can be JSON. Prices are without tax, in the currency of their coverage
 * type. What a card does not have is not known, and bills tell it rather than make it up.
 */
export interface RateCard {
  readonly name: string
  readonly basicFees: readonly BasicFee[]
  readonly dataPrices: readonly DataPrice[]
  readonly bundleFees: readonly BundleFee[]
  readonly beamPrices: readonly BeamPrice[]
  readonly taxRates: readonly TaxRate[]
  readonly currencies: readonly BilledCurrency[]
  readonly gaps: readonly CardGap[]
}
