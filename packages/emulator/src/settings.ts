import type {
  CouponBillItem,
  ExpiryAction,
  OrderStatus,
  SubscriberStatus,
  Subscription,
  VolumeDiscountPaymentType,
  VolumeDiscountType,
} from '@soracom-fixtures/api'
import type { SimSubscription } from './rules/plan-rules.ts'

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
  /**
   * Status of registering a card. `POST /payment_methods/webpay`: 201 by the old document, 200 in what the Ruby client
   * recorded; `POST /payment_methods/token/payjp`: not recorded.
   */
  readonly webPayStatus: number
  /** Status of stats of a SIM or group that is unknown, another's, or not registered. The document lists 400, not 404. */
  readonly unknownStatsImsiStatus: number
  /**
   * Whether stats can be inserted of a SIM before it is registered, by the operator that made it. Tests of the Swift client
   * did so; no answer was recorded besides their status.
   */
  readonly unregisteredStatsAccepted: boolean
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
  /**
   * Statuses that SIMs of a plan refuse besides those of the published documents. By the guide to statuses one more plan has
   * no standby, and one no suspended; that it is plan-DU is not certain.
   */
  readonly moreUnsupportedStatuses: Readonly<Partial<Record<Subscription, readonly SubscriberStatus[]>>>
  /** Whether repeating a state (activating an active SIM) is a harmless 200. Assumed, not recorded. */
  readonly repeatedStateIsAccepted: boolean
  /** Action of an expiry time that is set without one: none by the document. */
  readonly defaultExpiryAction: ExpiryAction | null
  /**
   * Whether termination must be enabled before an expiry can have the action `terminate`. The document says so; how it is
   * refused is not recorded, and no client was seen to heed it.
   */
  readonly expiryTerminateNeedsPermission: boolean
  /** Whether inserted Air stats make a `ready` SIM active, as first traffic does. Not recorded for the sandbox. */
  readonly statsActivateReadySims: boolean
  /** Whether reading stats stops at the documented reach (18 months; 32 days for `minutes`). Not seen enforced. */
  readonly statsReach: 'unlimited' | 'documented'
  /** Whether stats are answered for SIMs that are terminated. The document says they are not; how is not recorded. */
  readonly terminatedStatsReadable: boolean
  /** Offset of the zone that buckets and bills are cut in. UTC by the documents; one example hints at 540 (Japan). */
  readonly bucketZoneOffsetMinutes: number
  /** Order of the rows of stats by their time. Not recorded. */
  readonly statsOrder: 'oldestFirst' | 'newestFirst'
  /** Offset of the zone that the times of orders are written in: of UTC or, with 540, of Japan. Not recorded. */
  readonly orderZoneOffsetMinutes: number
  /** Price in yen of a product whose price no source tells. Nothing is invented, so nothing is charged. */
  readonly unknownProductPriceJpy: number
  /** Shipping cost in yen. 907 is one quotation to the area kanto in September 2019; other areas are not known. */
  readonly shippingCostJpy: number
  /** Most SIMs in one order. The platform's own limit is not known; this one protects the process. */
  readonly maxSimsInOrder: number
  /** Whether a coupon takes its amount off before or after tax. Not recorded. */
  readonly couponsApply: 'beforeTax' | 'afterTax'
  /**
   * What becomes of a bill with usage that the rate card has no price for: it is told in the header
   * `x-soracom-emulator-unpriced`, or the bill is refused with 501.
   */
  readonly onGap: 'tell' | 'refuse'
  /** How a yen total is rounded, unless the rate card tells it. Not found in any source; samples show whole numbers. */
  readonly jpyRounding: 'floor' | 'round' | 'ceil'
  /** Status of a call that the permissions of a SAM user do not let it make. Not recorded; 403 is what HTTP has for it. */
  readonly notPermittedStatus: number
  /**
   * What becomes of a condition of a permission or trust policy with a word that the emulator does not know: refused with
   * 400 when it is set, met, or not met. The list of words that the service knows is not at hand; refusing hides nothing.
   */
  readonly unknownConditions: 'refused' | 'met' | 'unmet'
  /** Address that `ipAddress()` in a condition is held against. Calls of tests come from this machine. */
  readonly callerIpAddress: string
  /** Offset of the zone that `currentDate` in a condition is told in. Not documented; UTC as everywhere else. */
  readonly conditionZoneOffsetMinutes: number
  /** What a permission or trust policy that was never set is shown as. Not recorded; the documents say it is a text. */
  readonly unsetPermission: string | null
  /** Most SAM users of an operator: 50 by the guide (users.soracom.io, SAM). */
  readonly maxUsers: number
  /** Most roles of an operator of its own: 20 by the guide, which says that more are given to those who ask. */
  readonly maxRoles: number
  /** Roles that SORACOM manages. Their list is not public, so there are none unless you give some. */
  readonly soracomManagedRoles: readonly ManagedRole[]
  /** Words that tell how far multi-factor authentication of a SAM user is. The document says that it is a text. */
  readonly mfaStatuses: Readonly<Record<'off' | 'unverified' | 'on', string>>
  /** Status of something that is not there, where its operation's document lists no error. Others list 404. */
  readonly unlistedNotFoundStatus: number
  /** Status of making something that is there already, where its operation's document lists no error. Others list 400. */
  readonly unlistedDuplicateStatus: number
  /** How long a token that goes out by mail does. Not documented; a day, as tokens of the API do. */
  readonly mailTokenLifetimeSeconds: number
  /** Most e-mail addresses of an operator. The document says that there is a limit, not which. */
  readonly maxEmails: number
  /**
   * What the audit log records. By its guide, calls of the group Auth, and all calls only under the contract
   * `api_audit_log`; whether the sandbox heeds the contract is not recorded.
   */
  readonly auditLogScope: 'contracted' | 'everything'
  /** Order of the audit log. Not documented; the console shows the newest first. */
  readonly auditLogOrder: 'newestFirst' | 'oldestFirst'
  /** Kinds of credential sets that can be made: four by the request's schema, any by the examples of the same request. */
  readonly credentialTypes: 'any' | 'listed'
  /** How values of a credential set are read back. By the guide secrets cannot be taken out; in which form is not told. */
  readonly credentialValues: 'masked' | 'omitted'
  /** Whether the event handlers of a SIM have those that it ignores among them. Not recorded. */
  readonly ignoredHandlersListed: boolean
  /** Largest page of a list of SIMs. The document caps `limit` at 100; larger ones were seen to raise no error. */
  readonly pageSize: number
  /**
   * Whether a page that is not the first leads back to the one before it, by `rel=prev` in `link`. The Go client reads
   * that, and its tests need a `link` on a last page; no answer was recorded.
   */
  readonly previousLinks: boolean
  /**
   * What `GET /sims` does with a limit below 1. The service was seen to fail with 500 for -1; the command-line client
   * would repeat that for two minutes, so the emulator takes the nearest limit, as the other lists do.
   */
  readonly limitBelowOne: 'clamped' | 'fails'
  /** What a coupon of the sandbox is for where the request leaves it out. Not documented; nothing is required there. */
  readonly defaultCoupon: { readonly amount: number; readonly billItemName: CouponBillItem; readonly months: number }
  /** How long an asynchronous export is processing, by the emulator's clock. Not recorded; it is done at once. */
  readonly exportDelayMs: number
  /** Which subscriptions can be sent SMS. Only of plan01s is it known: the sandbox showed it as a plan with SMS. */
  readonly smsSubscriptions: readonly SimSubscription[]
  /** Which subscriptions report local information. Not recorded; those that can be sent SMS, by which it is asked for. */
  readonly localInfoSubscriptions: readonly SimSubscription[]
  /**
   * What of a SIM goes along to another operator. For SIMs in use the vendor's changelog names tags, expiry and IMEI
   * lock, and neither speed class nor group; for ready ones, which the API transfers, it is not recorded.
   */
  readonly transferKeeps: readonly ('tags' | 'expiry' | 'imeiLock' | 'speedClass')[]
  /** Whether the ranking by traffic has SIMs without any. Not recorded. */
  readonly rankingHasIdleSims: boolean
  /** Unit of `paymentDateTime` in payment statements. Not documented; times of SIMs are milliseconds too. */
  readonly paymentTimeUnit: 'milliseconds' | 'seconds'
  /** Tax on a coupon that is bought. Not recorded; in Japan what a voucher pays for is taxed, and not the voucher. */
  readonly couponTaxRate: number
  /** Whether quotations of coupons and long-term discounts expire after a month. Documented of products only. */
  readonly everyQuotationExpires: boolean
  /** First day of a long-term discount that is ordered without one. Not documented; it may be today at the earliest. */
  readonly defaultDiscountStart: 'today' | 'nextMonth'
  /** Long-term discounts that can be contracted, in yen for a SIM and a month without tax. One is known. */
  readonly longTermDiscounts: readonly {
    readonly type: VolumeDiscountType
    readonly paymentType: VolumeDiscountPaymentType
    readonly termMonths: number
    readonly unitPrice: number
  }[]
  /** State of an order whose SIMs are registered. Not recorded; `receiving` and `received` come after `shipped`. */
  readonly orderStatusAfterRegister: OrderStatus
}

/** A role that SORACOM manages, as an emulator is told of it. */
export interface ManagedRole {
  /** `srn:soracom:::Role:` and its name. */
  readonly roleId: string
  /** JSON text. */
  readonly permission: string
  readonly description?: string | undefined
  /** UNIX milliseconds. */
  readonly publishedMs: number
}

/** The defaults of every point that no source settles. */
export const defaultSettings: EmulatorSettings = Object.freeze({
  missingTokenStatus: 401,
  invalidTokenStatus: 401,
  wrongPasswordStatus: 401,
  registerStatus: 200,
  webPayStatus: 201,
  unknownStatsImsiStatus: 400,
  unregisteredStatsAccepted: true,
  foreignOperatorStatus: 400,
  unknownMethodStatus: 405,
  sandboxCallsNeedAuth: true,
  defaultSubscription: Object.freeze({ jp: 'plan-D', g: 'plan01s' } as const),
  defaultCoverageTypes: Object.freeze(['jp'] as const),
  orderStatusAfterConfirm: 'orderProcessing',
  shippedOrderShipsAgain: true,
  moreUnsupportedStatuses: Object.freeze({}),
  repeatedStateIsAccepted: true,
  defaultExpiryAction: null,
  expiryTerminateNeedsPermission: false,
  statsActivateReadySims: false,
  statsReach: 'unlimited',
  terminatedStatsReadable: false,
  bucketZoneOffsetMinutes: 0,
  statsOrder: 'oldestFirst',
  orderZoneOffsetMinutes: 0,
  unknownProductPriceJpy: 0,
  shippingCostJpy: 907,
  maxSimsInOrder: 10_000,
  couponsApply: 'beforeTax',
  onGap: 'tell',
  jpyRounding: 'floor',
  notPermittedStatus: 403,
  unknownConditions: 'refused',
  callerIpAddress: '127.0.0.1',
  conditionZoneOffsetMinutes: 0,
  unsetPermission: '',
  maxUsers: 50,
  maxRoles: 20,
  soracomManagedRoles: Object.freeze([]),
  mfaStatuses: Object.freeze({ off: 'INACTIVE', unverified: 'UNCONFIRMED', on: 'ACTIVE' }),
  unlistedNotFoundStatus: 404,
  unlistedDuplicateStatus: 400,
  mailTokenLifetimeSeconds: 86_400,
  maxEmails: 10,
  auditLogScope: 'contracted',
  auditLogOrder: 'newestFirst',
  credentialTypes: 'any',
  credentialValues: 'masked',
  ignoredHandlersListed: false,
  pageSize: 100,
  previousLinks: true,
  limitBelowOne: 'clamped',
  defaultCoupon: Object.freeze({ amount: 0, billItemName: 'dailyChargeTotal', months: 12 } as const),
  exportDelayMs: 0,
  smsSubscriptions: Object.freeze(['plan01s'] as const),
  localInfoSubscriptions: Object.freeze(['plan01s'] as const),
  transferKeeps: Object.freeze(['tags', 'expiry', 'imeiLock'] as const),
  rankingHasIdleSims: false,
  paymentTimeUnit: 'milliseconds',
  couponTaxRate: 0,
  everyQuotationExpires: true,
  defaultDiscountStart: 'today',
  longTermDiscounts: Object.freeze([
    // 302.5 yen with tax (soracom.jp, discounts for long use; the same figures as an example in the API document).
    { type: 'SORACOM_AIR_BASIC_CHARGE_V2', paymentType: 'MONTHLY', termMonths: 12, unitPrice: 275 },
  ] as const),
  orderStatusAfterRegister: 'shipped',
})
