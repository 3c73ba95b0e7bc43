import type { CouponBillItem, CoverageType, Currency, SubscriberStatus } from '@soracom-fixtures/api'
import type { RateCard } from '@soracom-fixtures/api/billing'
import type { Counters } from '../../state/stats-table.ts'
import type { SimSubscription } from '../plan-rules.ts'
import type { LinesCache } from './lines-cache.ts'

/** What a SIM was from one moment on. */
export interface BilledChange {
  readonly timeMs: number
  readonly status: SubscriberStatus
  readonly bundles: readonly string[]
}

/** What of a SIM matters to a bill. A `SimState` is one as it is. */
export interface BilledSim {
  readonly imsi: string
  readonly subscription: SimSubscription
  /** From its registration on, oldest first. */
  readonly history: readonly BilledChange[]
  /** Nothing without a point. By the beginning of the bucket in UNIX seconds: speed class → [upload bytes, download bytes, …]. */
  readonly air:
    | {
        /** The points' own times; their number tells whether any is new. */
        readonly times?: { readonly size: number }
        readonly month: ReadonlyMap<number, unknown>
        readonly day: ReadonlyMap<number, Counters>
        /** Five minutes wide; read on days whose price depends on the hour, and on no other. */
        readonly minutes?: ReadonlyMap<number, Counters>
      }
    | undefined
  /** Nothing without a point. By the beginning of the bucket in UNIX seconds: protocol → [requests]. */
  readonly beam:
    | { readonly month: ReadonlyMap<number, unknown>; readonly day: ReadonlyMap<number, Counters> }
    | undefined
}

/**
 * A registered coupon, as it was when it was registered. Usage is seeded after the fact, and so a coupon pays for months
 * before its registration too, unless it names its first; the oldest month comes first.
 */
export interface BilledCoupon {
  readonly couponCode: string
  /** `null` for every charge. */
  readonly billItemName: CouponBillItem | null
  readonly amount: number
  /** `yyyyMM`, the first month that it pays for, as one that is bought has it. */
  readonly firstYearMonth?: string | null
  /** `yyyyMM`, the last month that it pays for. */
  readonly expiryYearMonth: string
}

/** What the lines of a month are made of. */
export interface LinesInput {
  /** Each coverage type is billed apart; this is the one that is billed. */
  readonly coverageType: CoverageType
  /** Gone through once a month that is billed, so an array rather than a generator. In order of IMSI. */
  readonly sims: Iterable<BilledSim>
  readonly card: RateCard
  readonly zoneOffsetMinutes: number
  readonly nowMs: number
  /** Left out where lines are made once. */
  readonly cache?: LinesCache | undefined
}

/** What a bill is made of: `billOfMonth(input, '202611')`. */
export interface BillInput extends LinesInput {
  /** In the order in which they were registered. */
  readonly coupons: readonly BilledCoupon[]
  readonly couponsApply: 'beforeTax' | 'afterTax'
  readonly jpyRounding: 'floor' | 'round' | 'ceil'
}

/** One line of a bill, as a row of the CSV has it. The first three names were seen; the other two are the emulator's. */
export interface BillLine {
  readonly imsi: string
  /** `yyyyMMdd`, or `yyyyMM` for a fee by the month. */
  readonly date: string
  readonly billItemName:
    | 'basicCharge'
    | 'uploadDataCharge'
    | 'downloadDataCharge'
    | 'beamRequestCharge'
    | 'bundleCharge'
  /** For one day, month, byte or request. */
  readonly unitPrice: number
  readonly quantity: number
  /** `unitPrice` × `quantity`, without tax. */
  readonly amount: number
}

/** Lines of a bill that were made together, and what they come to. `toLinesPart` makes it. */
export interface LinesPart {
  readonly lines: readonly BillLine[]
  readonly byItem: ReadonlyMap<string, number>
  readonly byImsi: ReadonlyMap<string, number>
}

/** The lines of a month, and what of it could not be priced. */
export interface MonthLines {
  /** None is empty; `linesOf` gives their lines. */
  readonly parts: readonly LinesPart[]
  /** What the rate card lacks, such as `data of plan-K in s1.fast`. */
  readonly unpriced: readonly string[]
}

/**
 * A month, billed. `billOfMonth` makes one, `billsOfMonths` several in a row; `toMonthlyBill`, `toDailyBills`,
 * `toLatestBill`, `toBillHistory`, `toItemSummary`, `toSimSummary` and `toBillCsv` are the API's answers about them.
 */
export interface MonthBill extends MonthLines {
  /** `yyyyMM`. */
  readonly month: string
  /** Closed when the month is over. Coupons pay only then. */
  readonly state: 'open' | 'closed'
  readonly currency: Currency
  /** The lines' sum, without tax and coupons. */
  readonly subtotal: number
  readonly tax: number
  readonly appliedCouponAmount: number
  /** What each coupon pays, by its code. */
  readonly applied: ReadonlyMap<string, number>
  /** With tax and coupons, rounded. */
  readonly amount: number
}
