/// <reference lib="esnext.disposable" />
import { BasicFee, BeamPrice, BilledCurrency, BundleFee, CardGap, DataPrice, HourBand, Provenance, RateCard, RateCard as RateCard$1, RateCardChanges, TaxRate, defineRateCard, publishedRateCard } from "@soracom-fixtures/api/billing";
import { CouponBillItem, CoverageType, Currency, ExpiryAction, OrderStatus, SubscriberStatus, Subscription, VolumeDiscountPaymentType, VolumeDiscountType } from "@soracom-fixtures/api";
const { URLSearchParams } = globalThis.process.getBuiltinModule("node:url");

//#region src/rules/plan-rules.d.ts
/** The subscription of a SIM: one that the sandbox creates, or that of a virtual SIM. */
type SimSubscription = Subscription | typeof virtualSubscription;
/** The subscription of virtual SIMs, which `POST /sims` makes. */
declare const virtualSubscription = "planArc01";
//#endregion
//#region src/settings.d.ts
/**
 * Every point of the API's behaviour that no source settles. Each has a default and the reason for it; give another to
 * `startEmulator({ settings })` when you know better, or to see how your code bears the other answer.
 */
interface EmulatorSettings {
  /** Status of a call without credentials. A client's comment says 400, another client renews on 401. Code AUM0001. */
  readonly missingTokenStatus: number;
  /** Status of a call with a token that has expired or been revoked. Not recorded; 401 is what clients renew on. */
  readonly invalidTokenStatus: number;
  /** Status of `POST /auth` with wrong credentials. 401 by the document; a 2015 client expected 403, another saw 400. */
  readonly wrongPasswordStatus: number;
  /** Status of `POST /subscribers/{imsi}/register`. 201 by the document, 200 in what two clients recorded. */
  readonly registerStatus: number;
  /**
   * Status of registering a card. `POST /payment_methods/webpay`: 201 by the old document, 200 in what the Ruby client
   * recorded; `POST /payment_methods/token/payjp`: not recorded.
   */
  readonly webPayStatus: number;
  /** Status of stats of a SIM or group that is unknown, another's, or not registered. The document lists 400, not 404. */
  readonly unknownStatsImsiStatus: number;
  /**
   * Whether stats can be inserted of a SIM before it is registered, by the operator that made it. Tests of the Swift client
   * did so; no answer was recorded besides their status.
   */
  readonly unregisteredStatsAccepted: boolean;
  /** Status of an operator in the path that is not the token's. 400 by the document and by the Swift client. */
  readonly foreignOperatorStatus: number;
  /** Status of a method that a path of the API does not have. Not recorded; the API may as well answer 404. */
  readonly unknownMethodStatus: number;
  /** Whether the sandbox's own calls need credentials. They do by the document; they did not from 2016 to 2018. */
  readonly sandboxCallsNeedAuth: boolean;
  /** Subscription of a SIM that is created without one, by the operator's first coverage type. Not documented. */
  readonly defaultSubscription: Readonly<Record<'jp' | 'g', Subscription>>;
  /** Coverage types of an operator that is made without any. Not documented; the command-line client sends `jp`. */
  readonly defaultCoverageTypes: readonly ('jp' | 'g')[];
  /** State of an order after its confirmation: `orderProcessing` in notes of 2019, `ordering` in older ones. */
  readonly orderStatusAfterConfirm: OrderStatus;
  /** Whether an order that is shipped already may be shipped again without effect. Not recorded; harmless. */
  readonly shippedOrderShipsAgain: boolean;
  /**
   * Statuses that SIMs of a plan refuse besides those of the published documents. By the guide to statuses one more plan has
   * no standby, and one no suspended; that it is plan-DU is not certain.
   */
  readonly moreUnsupportedStatuses: Readonly<Partial<Record<Subscription, readonly SubscriberStatus[]>>>;
  /** Whether repeating a state (activating an active SIM) is a harmless 200. Assumed, not recorded. */
  readonly repeatedStateIsAccepted: boolean;
  /** Action of an expiry time that is set without one: none by the document. */
  readonly defaultExpiryAction: ExpiryAction | null;
  /**
   * Whether termination must be enabled before an expiry can have the action `terminate`. The document says so; how it is
   * refused is not recorded, and no client was seen to heed it.
   */
  readonly expiryTerminateNeedsPermission: boolean;
  /** Whether inserted Air stats make a `ready` SIM active, as first traffic does. Not recorded for the sandbox. */
  readonly statsActivateReadySims: boolean;
  /** Whether reading stats stops at the documented reach (18 months; 32 days for `minutes`). Not seen enforced. */
  readonly statsReach: 'unlimited' | 'documented';
  /** Whether stats are answered for SIMs that are terminated. The document says they are not; how is not recorded. */
  readonly terminatedStatsReadable: boolean;
  /** Offset of the zone that buckets and bills are cut in. UTC by the documents; one example hints at 540 (Japan). */
  readonly bucketZoneOffsetMinutes: number;
  /** Order of the rows of stats by their time. Not recorded. */
  readonly statsOrder: 'oldestFirst' | 'newestFirst';
  /** Offset of the zone that the times of orders are written in: of UTC or, with 540, of Japan. Not recorded. */
  readonly orderZoneOffsetMinutes: number;
  /** Price in yen of a product whose price no source tells. Nothing is invented, so nothing is charged. */
  readonly unknownProductPriceJpy: number;
  /** Shipping cost in yen. 907 is one quotation to the area kanto in September 2019; other areas are not known. */
  readonly shippingCostJpy: number;
  /** Most SIMs in one order. The platform's own limit is not known; this one protects the process. */
  readonly maxSimsInOrder: number;
  /** Whether a coupon takes its amount off before or after tax. Not recorded. */
  readonly couponsApply: 'beforeTax' | 'afterTax';
  /**
   * What becomes of a bill with usage that the rate card has no price for: it is told in the header
   * `x-soracom-emulator-unpriced`, or the bill is refused with 501.
   */
  readonly onGap: 'tell' | 'refuse';
  /** How a yen total is rounded, unless the rate card tells it. Not found in any source; samples show whole numbers. */
  readonly jpyRounding: 'floor' | 'round' | 'ceil';
  /** Status of a call that the permissions of a SAM user do not let it make. Not recorded; 403 is what HTTP has for it. */
  readonly notPermittedStatus: number;
  /**
   * What becomes of a condition of a permission or trust policy with a word that the emulator does not know: refused with
   * 400 when it is set, met, or not met. The list of words that the service knows is not at hand; refusing hides nothing.
   */
  readonly unknownConditions: 'refused' | 'met' | 'unmet';
  /** Address that `ipAddress()` in a condition is held against. Calls of tests come from this machine. */
  readonly callerIpAddress: string;
  /** Offset of the zone that `currentDate` in a condition is told in. Not documented; UTC as everywhere else. */
  readonly conditionZoneOffsetMinutes: number;
  /** What a permission or trust policy that was never set is shown as. Not recorded; the documents say it is a text. */
  readonly unsetPermission: string | null;
  /** Most SAM users of an operator: 50 by the guide (users.soracom.io, SAM). */
  readonly maxUsers: number;
  /** Most roles of an operator of its own: 20 by the guide, which says that more are given to those who ask. */
  readonly maxRoles: number;
  /** Roles that SORACOM manages. Their list is not public, so there are none unless you give some. */
  readonly soracomManagedRoles: readonly ManagedRole[];
  /** Words that tell how far multi-factor authentication of a SAM user is. The document says that it is a text. */
  readonly mfaStatuses: Readonly<Record<'off' | 'unverified' | 'on', string>>;
  /** Status of something that is not there, where its operation's document lists no error. Others list 404. */
  readonly unlistedNotFoundStatus: number;
  /** Status of making something that is there already, where its operation's document lists no error. Others list 400. */
  readonly unlistedDuplicateStatus: number;
  /** How long a token that goes out by mail does. Not documented; a day, as tokens of the API do. */
  readonly mailTokenLifetimeSeconds: number;
  /** Most e-mail addresses of an operator. The document says that there is a limit, not which. */
  readonly maxEmails: number;
  /**
   * What the audit log records. By its guide, calls of the group Auth, and all calls only under the contract
   * `api_audit_log`; whether the sandbox heeds the contract is not recorded.
   */
  readonly auditLogScope: 'contracted' | 'everything';
  /** Order of the audit log. Not documented; the console shows the newest first. */
  readonly auditLogOrder: 'newestFirst' | 'oldestFirst';
  /** Kinds of credential sets that can be made: four by the request's schema, any by the examples of the same request. */
  readonly credentialTypes: 'any' | 'listed';
  /** How values of a credential set are read back. By the guide secrets cannot be taken out; in which form is not told. */
  readonly credentialValues: 'masked' | 'omitted';
  /** Whether the event handlers of a SIM have those that it ignores among them. Not recorded. */
  readonly ignoredHandlersListed: boolean;
  /** Largest page of a list of SIMs. The document caps `limit` at 100; larger ones were seen to raise no error. */
  readonly pageSize: number;
  /**
   * Whether a page that is not the first leads back to the one before it, by `rel=prev` in `link`. The Go client reads
   * that, and its tests need a `link` on a last page; no answer was recorded.
   */
  readonly previousLinks: boolean;
  /**
   * What `GET /sims` does with a limit below 1. The service was seen to fail with 500 for -1; the command-line client
   * would repeat that for two minutes, so the emulator takes the nearest limit, as the other lists do.
   */
  readonly limitBelowOne: 'clamped' | 'fails';
  /** What a coupon of the sandbox is for where the request leaves it out. Not documented; nothing is required there. */
  readonly defaultCoupon: {
    readonly amount: number;
    readonly billItemName: CouponBillItem;
    readonly months: number;
  };
  /** How long an asynchronous export is processing, by the emulator's clock. Not recorded; it is done at once. */
  readonly exportDelayMs: number;
  /** Which subscriptions can be sent SMS. Only of plan01s is it known: the sandbox showed it as a plan with SMS. */
  readonly smsSubscriptions: readonly SimSubscription[];
  /** Which subscriptions report local information. Not recorded; those that can be sent SMS, by which it is asked for. */
  readonly localInfoSubscriptions: readonly SimSubscription[];
  /**
   * What of a SIM goes along to another operator. For SIMs in use the vendor's changelog names tags, expiry and IMEI
   * lock, and neither speed class nor group; for ready ones, which the API transfers, it is not recorded.
   */
  readonly transferKeeps: readonly ('tags' | 'expiry' | 'imeiLock' | 'speedClass')[];
  /** Whether the ranking by traffic has SIMs without any. Not recorded. */
  readonly rankingHasIdleSims: boolean;
  /** Unit of `paymentDateTime` in payment statements. Not documented; times of SIMs are milliseconds too. */
  readonly paymentTimeUnit: 'milliseconds' | 'seconds';
  /** Tax on a coupon that is bought. Not recorded; in Japan what a voucher pays for is taxed, and not the voucher. */
  readonly couponTaxRate: number;
  /** Whether quotations of coupons and long-term discounts expire after a month. Documented of products only. */
  readonly everyQuotationExpires: boolean;
  /** First day of a long-term discount that is ordered without one. Not documented; it may be today at the earliest. */
  readonly defaultDiscountStart: 'today' | 'nextMonth';
  /** Long-term discounts that can be contracted, in yen for a SIM and a month without tax. One is known. */
  readonly longTermDiscounts: readonly {
    readonly type: VolumeDiscountType;
    readonly paymentType: VolumeDiscountPaymentType;
    readonly termMonths: number;
    readonly unitPrice: number;
  }[];
  /** State of an order whose SIMs are registered. Not recorded; `receiving` and `received` come after `shipped`. */
  readonly orderStatusAfterRegister: OrderStatus;
}
/** A role that SORACOM manages, as an emulator is told of it. */
interface ManagedRole {
  /** `srn:soracom:::Role:` and its name. */
  readonly roleId: string;
  /** JSON text. */
  readonly permission: string;
  readonly description?: string | undefined;
  /** UNIX milliseconds. */
  readonly publishedMs: number;
}
/** The defaults of every point that no source settles. */
declare const defaultSettings: EmulatorSettings;
//#endregion
//#region src/rules/consistency.d.ts
/**
 * How soon readers see a change: at once; `lagMs` later by the emulator's clock; after `polls` reads that miss it; or
 * `adversarial`, where each change is missed by up to three reads and rows come in any order, as the seed draws them.
 */
type ConsistencyRule = 'immediate' | {
  readonly lagMs: number;
} | {
  readonly polls: number;
} | 'adversarial';
/** How soon changes are seen, by where they are read. */
interface Consistency {
  /** `/query/*`: SIMs that are new or have changed. The sandbox's index was seen up to 15 seconds late. */
  readonly index: ConsistencyRule;
  /** Air and Beam stats that the sandbox's own calls inserted. At once in the sandbox, 5 to 10 minutes in production. */
  readonly stats: ConsistencyRule;
  /** `GET /orders/{order_id}/subscribers` after the shipment. At once in the sandbox. */
  readonly orderSubscribers: ConsistencyRule;
}
//#endregion
//#region src/state/clock.d.ts
/** The emulator's time. It runs like the real one and can be moved forward, never back. */
interface EmulatorClock {
  /** The emulator's now, UNIX milliseconds. */
  now(): number;
  /**
   * Moves the clock forward and gives the new time.
   *
   * @example emulator.clock.advance({ days: 3, hours: 2 })
   * @throws {RangeError} when the sum is negative or not a number.
   */
  advance(duration: ClockDuration): number;
  /**
   * Sets the clock to a later time and gives it.
   *
   * @throws {RangeError} when the time is before the present one, or no time at all.
   */
  set(time: Date | string | number): number;
}
/** How far a clock is moved; the parts add up. */
interface ClockDuration {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}
//#endregion
//#region src/state/world.d.ts
/** A pair of key ID and key of the production account. */
interface ProductionKey {
  readonly authKeyId: string;
  readonly authKey: string;
}
//#endregion
//#region src/http/message.d.ts
/** A request as the application reads it. */
interface EmulatorRequest {
  readonly method: string;
  /** The path with its query, such as `/v1/subscribers?limit=10`; a whole URL is read as well. */
  readonly url: string;
  /** Names in any case. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** JSON text, or its bytes, or whatever bytes an operation reads; nothing, or an empty text, where there is none. */
  readonly body?: string | Uint8Array | undefined;
  /** Whether there is no body because it was too large to be read. */
  readonly isBodyTooLarge?: boolean | undefined;
  /** The address of who calls; `127.0.0.1` unless given. Calls without credentials are counted by it. */
  readonly remoteAddress?: string | undefined;
}
/** What the application answers. */
interface EmulatorReply {
  /** 0 where the connection is reset without an answer. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, or the text of a file; empty where there is no body. */
  readonly body: string;
  /** What a fault does to the connection: no answer at all, or one that ends within its body. */
  readonly connection?: 'reset' | 'cut' | undefined;
}
//#endregion
//#region src/control/to-log-entry.d.ts
/** One call of the API in the log. No secret is in it: passwords, keys, tokens and registration secrets are taken out. */
interface LogEntry {
  /** From 1 on, in order of arrival. */
  readonly sequence: number;
  /** ISO text by the emulator's clock. */
  readonly time: string;
  /** Until the answer was given, by the emulator's clock; `null` while it waits. */
  readonly durationMs: number | null;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** `null` where the path is none of the API. */
  readonly operationId: string | null;
  /** Who called, or who was logged in; `null` where nobody was. */
  readonly operatorId: string | null;
  /** 0 where the connection was reset without an answer. */
  readonly status: number;
  /** The code of the error that was answered. */
  readonly code: string | null;
  /** The test that made the call, where its client says so in the header `x-soracom-fixtures-test`. */
  readonly test: string | null;
  /** IDs of the faults that it met. */
  readonly faults: readonly string[];
  readonly request: LoggedMessage;
  readonly answer: LoggedMessage;
}
/** Headers and body of a call or an answer. */
interface LoggedMessage {
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; `null` where there was none, a note where it is too long or not JSON. */
  readonly body: unknown;
}
//#endregion
//#region src/control/request-log.d.ts
/** Which entries of a log are wanted; all of them where nothing is said. */
interface LogFilter {
  readonly operationId?: string | undefined;
  /** The earliest time by the emulator's clock: ISO text, a date, or UNIX milliseconds. */
  readonly since?: Date | string | number | undefined;
  /** The sequence number that the first one comes after, to go on where the last look ended. */
  readonly after?: number | undefined;
}
//#endregion
//#region src/control/to-counts.d.ts
/** How much has happened since the start. */
interface EmulatorCounts {
  readonly operatorsMade: number;
  readonly operatorsDeleted: number;
  readonly operatorsLeft: number;
  /** Calls of the API, refused ones too; calls of the emulator's own paths are not counted. */
  readonly calls: number;
}
//#endregion
//#region src/rules/faults/fault.d.ts
/** Which calls a fault meets, and how often. All calls of the API, always, where nothing is said. */
interface FaultScope {
  /** Operation IDs, such as `createGroup`. */
  readonly operation?: string | readonly string[] | undefined;
  readonly method?: string | undefined;
  /** A path below `/v1`, where `{name}` and `*` stand for one segment and `**` for any number: `/stats/**`. */
  readonly path?: string | undefined;
  /** The chance that a call is met, from 0 to 1; 1 unless told. */
  readonly probability?: number | undefined;
  /** How many calls are met at most. */
  readonly count?: number | undefined;
  /** How many of the calls in its scope pass first. */
  readonly after?: number | undefined;
  /** What chance is drawn from: the same draws for the same seed. */
  readonly seed?: string | undefined;
}
/** Whether a call fails before it has had its effect (the default), or after. */
type FaultTime = 'before' | 'after';
/** What happens to a call. */
type FaultKind = /** Its answer comes `ms` later, and up to `jitterMs` more, in real milliseconds. Its effect is at once. */{
  readonly kind: 'latency';
  readonly ms: number;
  readonly jitterMs?: number | undefined;
} /** 429 with `Retry-After` (1 second unless told) and the three headers that the service was seen to send. */ | {
  readonly kind: 'tooManyRequests';
  readonly retryAfterSeconds?: number | undefined;
} /** 500 with the code COM0003. */ | {
  readonly kind: 'internalError';
  readonly when?: FaultTime | undefined;
} /** 500 as the gateway was seen to answer it: AGW0005, JSON in a text/plain body. */ | {
  readonly kind: 'gatewayError';
  readonly when?: FaultTime | undefined;
} /** 502 with a page of HTML, as load balancers answer. */ | {
  readonly kind: 'badGateway';
  readonly when?: FaultTime | undefined;
} /** 503 with a line of plain text. */ | {
  readonly kind: 'serviceUnavailable';
  readonly when?: FaultTime | undefined;
} /** The connection is reset without an answer. */ | {
  readonly kind: 'reset';
  readonly when?: FaultTime | undefined;
} /** Half of the answer's body comes, then the connection ends; an answer without a body is reset. */ | {
  readonly kind: 'cutBody';
} /** The token of the call has expired, for this call and from then on. Calls without a token are not met. */ | {
  readonly kind: 'expiredToken';
};
/**
 * Something that goes wrong on demand.
 *
 * @example
 * const tooBusy: Fault = { kind: 'tooManyRequests', operation: 'createGroup', count: 2, retryAfterSeconds: 1 }
 */
type Fault = FaultScope & FaultKind;
//#endregion
//#region src/guards/faults.d.ts
/** A fault that is set, and how often it was there. */
interface SetFault {
  readonly id: string;
  readonly fault: Fault;
  /** Calls in its scope. */
  readonly seen: number;
  /** Calls that it met. */
  readonly met: number;
}
/** The faults of an emulator: what goes wrong on demand. */
interface EmulatorFaults {
  /**
   * Sets a fault and gives its ID. Faults are tried in the order in which they were set: delays add up, and of the rest
   * the first that meets a call is the only one to do so.
   *
   * @example
   * emulator.faults.add({ kind: 'reset', operation: 'sandboxShipOrder', when: 'after', count: 1 })
   * @throws {TypeError} for a fault that does not do.
   */
  add(fault: Fault): string;
  list(): readonly SetFault[];
  /** Takes one fault away; `false` where there is none of that ID. */
  remove(id: string): boolean;
  /** Takes all faults away. */
  clear(): void;
}
//#endregion
//#region src/guards/rate-limiter.d.ts
/** How many calls are answered in a time. */
interface RateLimit {
  readonly limit: number;
  readonly perSeconds: number;
}
//#endregion
//#region src/rules/to-consistency.d.ts
/** How soon changes are seen, as it is told to an emulator: by where they are read, or one rule for all. */
type ConsistencyOption = ConsistencyRule | Partial<Consistency>;
//#endregion
//#region src/state/snapshot/take-snapshot.d.ts
/**
 * The whole state of an emulator, as data that JSON can hold: what its operators have, tokens and counts, the time of its
 * clock and where its ids go on. Options (settings, rate card, faults, limits) are not in it, nor is the log.
 *
 * It holds passwords, auth keys, API keys, tokens and registration secrets in clear: that is what makes them stay valid.
 * They are the emulator's own, but for the production keys that a client sends, which are checked and never kept. Treat a
 * file of it like a file of credentials all the same.
 */
interface EmulatorSnapshot {
  readonly format: 'soracom-fixtures-emulator';
  readonly version: 1;
  readonly nowMs: number;
  readonly seed: string;
  /** Where the ids of the seed go on; absent where they are random. */
  readonly ids?: readonly number[];
  readonly draws: readonly number[];
  readonly world: Readonly<Record<string, unknown>>;
}
//#endregion
//#region src/options.d.ts
/** What an emulator can be told. */
interface EmulatorOptions {
  /** Production key pairs that open the sandbox; any pair does unless some are named. */
  readonly authKeys?: readonly ProductionKey[] | undefined;
  /** The same ids, and the same `adversarial` draws, again for the same seed. Random ones unless given. */
  readonly seed?: string | undefined;
  /** Where the clock starts; the snapshot's time, or the real one, unless given. */
  readonly startTime?: Date | string | number | undefined;
  /**
   * The state to begin with, as `emulator.snapshot()` or `GET /_emulator/state` gave it; an empty one unless given. Its ids
   * go on where they were, unless another `seed` is given.
   */
  readonly snapshot?: EmulatorSnapshot | undefined;
  /** Milliseconds by which every answer is delayed; 0 unless told. */
  readonly latencyMs?: number | undefined;
  /** Hosts that calls may name besides loopback ones, such as a container's `emulator`, without a port. */
  readonly allowedHosts?: readonly string[] | undefined;
  /**
   * How soon reads see what was changed: one rule for all, or one each for `index` (`/query`), `stats` and
   * `orderSubscribers`. At once unless told. Delays in `lagMs` pass by the emulator's clock.
   *
   * @example startEmulator({ consistency: { index: { lagMs: 15_000 }, stats: { polls: 2 } } })
   */
  readonly consistency?: ConsistencyOption | undefined;
  /**
   * What goes wrong from the start; more can be set at run time.
   *
   * @example startEmulator({ faults: [{ kind: 'latency', ms: 50, jitterMs: 100, seed: 'a' }] })
   */
  readonly faults?: readonly Fault[] | undefined;
  /**
   * How many calls each operator may make of each group of paths in a time, and each client without credentials. The
   * service's own limits are not published; a sample answer says 1000 in 60 seconds. No limit unless given.
   */
  readonly rateLimit?: RateLimit | undefined;
  /** How many calls the log keeps: 1000 unless told, 0 for no log. */
  readonly logSize?: number | undefined;
  /** Whether there are paths below `/_emulator/`; there are unless told. */
  readonly controlPaths?: boolean | undefined;
  /** What things cost on bills; the published figures unless given. */
  readonly rateCard?: RateCard$1 | undefined;
  /** Points that no source settles, where another answer than the default is wanted. */
  readonly settings?: Partial<EmulatorSettings> | undefined;
}
/** What a served emulator can be told. */
interface StartOptions extends EmulatorOptions {
  /** 0, the default, for any that is free. */
  readonly port?: number | undefined;
  /** `127.0.0.1` unless told. */
  readonly host?: string | undefined;
}
//#endregion
//#region src/create-emulator.d.ts
/** What a running emulator shows of itself, and what can be done to it from outside of the API. */
interface EmulatorControl {
  readonly clock: EmulatorClock;
  readonly faults: EmulatorFaults;
  /** What `adversarial` reads are drawn from: give it again to repeat them. */
  readonly seed: string;
  counts(): EmulatorCounts;
  /**
   * The last calls of the API, oldest first, without secrets.
   *
   * @example emulator.log({ operationId: 'createGroup' }).map(({ status, test }) => [test, status])
   * @throws {RangeError} when `since` is no time.
   */
  log(filter?: LogFilter): LogEntry[];
  /**
   * The whole state, as data that JSON can hold, with its passwords, keys and tokens.
   *
   * @example const copy = createEmulator({ snapshot: emulator.snapshot() })
   */
  snapshot(): EmulatorSnapshot;
  /**
   * Puts the state of a snapshot in the place of the present one; the clock goes to its time, also back.
   *
   * @throws {TypeError} for what is no snapshot.
   */
  restore(snapshot: EmulatorSnapshot): void;
  /** Empties the world and the log. The clock, the ids and the faults stay as they are. */
  reset(): void;
}
/** An emulator without a socket. */
interface EmulatorApp extends EmulatorControl {
  /** Answers one request. */
  handle(request: EmulatorRequest): EmulatorReply | Promise<EmulatorReply>;
}
/**
 * Makes an emulator that is called as a function, without a socket.
 *
 * @example
 * const emulator = createEmulator({ startTime: '2026-11-01T00:00:00Z' })
 * const { status, body } = await emulator.handle({ method: 'GET', url: '/v1/products' })
 * @throws {TypeError} for an option that does not do.
 */
declare function createEmulator(options?: EmulatorOptions): EmulatorApp;
//#endregion
//#region src/rules/billing/parse-rate-card.d.ts
/**
 * Reads a rate card from JSON, text or parsed: `rate-card.schema.json` of this package is its schema.
 *
 * @throws {TypeError} with everything that is wrong with it.
 * @example
 * const emulator = await startEmulator({ rateCard: parseRateCard(await readFile('rates.json', 'utf8')) })
 */
declare function parseRateCard(json: unknown): RateCard$1;
//#endregion
//#region src/start-emulator.d.ts
/** An emulator that is served over HTTP. */
interface Emulator extends EmulatorControl, AsyncDisposable {
  /** Such as `http://127.0.0.1:49152`, without `/v1`: what `SORACOM_ENDPOINT` takes. */
  readonly endpoint: string;
  readonly port: number;
  /** Stops it; once more is harmless. */
  close(): Promise<void>;
}
/**
 * Starts an emulator on a port of this machine.
 *
 * @example
 * await using emulator = await startEmulator()
 * process.env.SORACOM_ENDPOINT = emulator.endpoint
 * @throws {TypeError} for an option that does not do; what the system says when the port is taken.
 */
declare function startEmulator(options?: StartOptions): Promise<Emulator>;
//#endregion
export { type BasicFee, type BeamPrice, type BilledCurrency, type BundleFee, type CardGap, type ClockDuration, type Consistency, type ConsistencyOption, type ConsistencyRule, type DataPrice, type Emulator, type EmulatorApp, type EmulatorClock, type EmulatorControl, type EmulatorCounts, type EmulatorFaults, type EmulatorOptions, type EmulatorReply, type EmulatorRequest, type EmulatorSettings, type EmulatorSnapshot, type Fault, type FaultKind, type FaultScope, type FaultTime, type HourBand, type LogEntry, type LogFilter, type LoggedMessage, type ManagedRole, type ProductionKey, type Provenance, type RateCard, type RateCardChanges, type RateLimit, type SetFault, type StartOptions, type TaxRate, createEmulator, defaultSettings, defineRateCard, parseRateCard, publishedRateCard, startEmulator };