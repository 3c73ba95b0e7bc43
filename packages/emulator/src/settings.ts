import type { ExpiryAction, OrderStatus, Subscription } from '@soracom-fixtures/api'

/**
 * Every point of the API's behaviour that no source settles. Each has a default and the reason for it; give another to
 * `startEmulator({ settings })` when you know better, or to see how your code bears the other answer.
 */
export interface EmulatorSettings {
  /** Status of a call without credentials. A client's comment says 400, another client renews on 401. Code AUM0001. */
  readonly missingTokenStatus: number
  /** Status of a call with a token that has expired or been revoked. Not recorded; 401 is what clients renew on. */
  readonly invalidTokenStatus: number
  /** Status of `POST /auth` with wrong credentials. 401 by the document; a 2015 client expected 403, another saw 400. */
  readonly wrongPasswordStatus: number
  /** Status of `POST /subscribers/{imsi}/register`. 201 by the document, 200 in what two clients recorded. */
  readonly registerStatus: number
  /** Status of `POST /payment_methods/webpay`. 201 by the old document, 200 in what the Ruby client recorded. */
  readonly webPayStatus: number
  /** Status of stats for a SIM that is unknown, another's, or not registered. The document lists 400 and no 404. */
  readonly unknownStatsImsiStatus: number
  /** Status of an operator in the path that is not the token's. 400 by the document and by the Swift client. */
  readonly foreignOperatorStatus: number
  /** Status of a method that a path of the API does not have. Not recorded; the API may as well answer 404. */
  readonly unknownMethodStatus: number
  /** Whether the sandbox's own calls need credentials. They do by the document; they did not from 2016 to 2018. */
  readonly sandboxCallsNeedAuth: boolean
  /** Subscription of a SIM that is created without one, by the operator's first coverage type. Not documented. */
  readonly defaultSubscription: Readonly<Record<'jp' | 'g', Subscription>>
  /** Coverage types of an operator that is made without any. Not documented; the command-line client sends `jp`. */
  readonly defaultCoverageTypes: readonly ('jp' | 'g')[]
  /** State of an order after its confirmation: `orderProcessing` in notes of 2019, `ordering` in older ones. */
  readonly orderStatusAfterConfirm: OrderStatus
  /** Whether an order that is shipped already may be shipped again without effect. Not recorded; harmless. */
  readonly shippedOrderShipsAgain: boolean
  /** Whether repeating a state (activating an active SIM) is a harmless 200. Assumed, not recorded. */
  readonly repeatedStateIsAccepted: boolean
  /** Action of an expiry time that is set without one. Not documented. */
  readonly defaultExpiryAction: ExpiryAction | null
  /** Whether inserted Air stats make a `ready` SIM active, as first traffic does. Not recorded for the sandbox. */
  readonly statsActivateReadySims: boolean
  /** Whether reading stats stops at the documented reach (18 months; 32 days for `minutes`). Not seen enforced. */
  readonly statsReach: 'unlimited' | 'documented'
  /** Whether stats are answered for SIMs that are terminated. The document says they are not; how is not recorded. */
  readonly terminatedStatsReadable: boolean
  /** Offset of the zone that buckets and bills are cut in. UTC by the documents; one example hints at 540 (Japan). */
  readonly bucketZoneOffsetMinutes: number
  /** Price in yen of a product whose price no source tells. Nothing is invented, so nothing is charged. */
  readonly unknownProductPriceJpy: number
  /** Shipping cost in yen. 907 is one quotation to the area kanto in September 2019; other areas are not known. */
  readonly shippingCostJpy: number
  /** Most SIMs in one order. The platform's own limit is not known; this one protects the process. */
  readonly maxSimsInOrder: number
  /** Whether a coupon takes its amount off before or after tax. Not recorded. */
  readonly couponsApply: 'beforeTax' | 'afterTax'
  /** How a yen total is rounded. Not found in any source; samples show whole numbers. */
  readonly jpyRounding: 'floor' | 'round' | 'ceil'
  /** Largest page of a list of SIMs. The document caps `limit` at 100; larger ones were seen to raise no error. */
  readonly pageSize: number
}

/** The defaults of every point that no source settles. */
export const defaultSettings: EmulatorSettings = Object.freeze({
  missingTokenStatus: 401,
  invalidTokenStatus: 401,
  wrongPasswordStatus: 401,
  registerStatus: 200,
  webPayStatus: 201,
  unknownStatsImsiStatus: 400,
  foreignOperatorStatus: 400,
  unknownMethodStatus: 405,
  sandboxCallsNeedAuth: true,
  defaultSubscription: Object.freeze({ jp: 'plan-D', g: 'plan01s' } as const),
  defaultCoverageTypes: Object.freeze(['jp'] as const),
  orderStatusAfterConfirm: 'orderProcessing',
  shippedOrderShipsAgain: true,
  repeatedStateIsAccepted: true,
  defaultExpiryAction: null,
  statsActivateReadySims: false,
  statsReach: 'unlimited',
  terminatedStatsReadable: false,
  bucketZoneOffsetMinutes: 0,
  unknownProductPriceJpy: 0,
  shippingCostJpy: 907,
  maxSimsInOrder: 10_000,
  couponsApply: 'beforeTax',
  jpyRounding: 'floor',
  pageSize: 100,
})
