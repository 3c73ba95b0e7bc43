import type { CouponBillItem, CoverageType } from '@soracom-fixtures/api'
import type { RateCard } from '@soracom-fixtures/api/billing'
import type { LinesCache } from '../rules/billing/lines-cache.ts'
import type { Consistency } from '../rules/consistency.ts'
import type { Permission } from '../rules/permissions/parse-statements.ts'
import type { EmulatorSettings } from '../settings.ts'
import type { RestorableClock } from './clock.ts'
import type { ExportState } from './exports.ts'
import type { IdSource } from './id-source.ts'
import type { Lagging } from './lagging.ts'
import type { LaggingStats } from './lagging-stats.ts'
import type { MailTokenState } from './mail-tokens.ts'
import type { MailState } from './mailbox.ts'
import type { AuthKeyState, OperatorState } from './operator.ts'
import { createSessionMap } from './session-map.ts'
import type { SimState } from './sim.ts'
import { simNumberLimit } from './sim-numbers.ts'
import { createSimTable, type SimTable } from './sim-table.ts'
import { createTimeQueue, type TimeQueue } from './time-queue.ts'
import type { TransferState } from './transfers.ts'

/** A token and whose it is. */
export interface SessionState {
  readonly apiKey: string
  readonly token: string
  readonly operatorId: string
  readonly expiresMs: number
  /** The SAM user that it is of; nothing for the root user. */
  readonly user?: SessionUser | undefined
}

/** A SAM user as a token knows it. What it may do is what it could when the token was made. */
export interface SessionUser {
  readonly userName: string
  readonly permissions: readonly Permission[]
}

/** A coupon; it belongs to nobody until it is registered. */
export interface CouponState {
  readonly couponCode: string
  readonly amount: number
  /** `null` where it pays for every charge. */
  readonly billItemName: CouponBillItem | null
  /** `yyyyMM`, the month in which it was bought; `null` where it counts in any up to its last. */
  readonly firstYearMonth: string | null
  /** `yyyyMM`, the last month that it counts in. */
  readonly expiryYearMonth: string
  operatorId: string | undefined
  registeredMs: number | null
  /** The order that it was bought by. */
  readonly orderId: string | null
}

/** A pair of key ID and key of the production account. */
export interface ProductionKey {
  readonly authKeyId: string
  readonly authKey: string
}

/** How much happened. */
export interface Counts {
  operatorsMade: number
  operatorsDeleted: number
  calls: number
}

/** Somebody who signed up and has not verified the address yet. */
export interface SignupState {
  readonly password: string
  readonly token: string
  readonly coverageTypes: readonly CoverageType[] | undefined
  readonly expiresMs: number
}

/** Everything that the emulator holds. Deleting an operator costs what that operator holds. */
export interface World {
  readonly clock: RestorableClock
  readonly ids: IdSource
  readonly settings: EmulatorSettings
  /** The production keys that are accepted; any, where none is named. */
  readonly productionKeys: readonly ProductionKey[] | undefined
  readonly rateCard: RateCard
  /** Lines of bills that were made before. */
  readonly billLines: LinesCache
  /** How soon readers see changes. */
  readonly consistency: Consistency
  /** What `adversarial` reads are drawn from; the same again for the same seed. */
  readonly draws: IdSource
  readonly seed: string
  /** The signature of a token's text. */
  readonly signToken: (text: string) => string
  readonly operators: Map<string, OperatorState>
  readonly operatorIdsByEmail: Map<string, string>
  /** Auth keys by id; those of SAM users with their user. */
  readonly authKeys: Map<
    string,
    { readonly operatorId: string; readonly key: AuthKeyState; readonly userName?: string | undefined }
  >
  readonly sessions: Map<string, SessionState>
  readonly signups: Map<string, SignupState>
  readonly emailsBySignupToken: Map<string, string>
  readonly sims: SimTable
  readonly coupons: Map<string, CouponState>
  /** IMSIs by the time of their expiry. */
  readonly expiries: TimeQueue
  /** Exported files by the key of their link. */
  readonly exports: Map<string, ExportState>
  readonly exportExpiries: TimeQueue
  /** SIMs that are to go to another operator, by the token of it. */
  readonly transfers: Map<string, TransferState>
  /** SIMs as the search index still knows them, by IMSI; `null` where it does not know them. */
  readonly laggingIndex: Lagging<SimState | null>
  /** Orders whose subscribers are not listed yet, by order ID. */
  readonly laggingOrders: Lagging<null>
  /** By IMSI and kind. */
  readonly laggingStats: Map<string, LaggingStats>
  /** Mails by address, the oldest first. */
  readonly mailboxes: Map<string, MailState[]>
  readonly mailTokens: Map<string, MailTokenState>
  readonly counts: Counts
}

/** What a world is given: what it can be told, and where time, ids and chance come from. The rest is its state. */
export type WorldParts = Pick<World, (typeof worldPartNames)[number]>

/** The names of what a world is given. Everything else in it is its state, which snapshots hold. */
export const worldPartNames = [
  'clock',
  'ids',
  'settings',
  'productionKeys',
  'rateCard',
  'billLines',
  'signToken',
  'consistency',
  'draws',
  'seed',
] as const satisfies readonly (keyof World)[]

/** A world without operators. */
export function createWorld(parts: WorldParts): World {
  return {
    ...parts,
    operators: new Map(),
    operatorIdsByEmail: new Map(),
    authKeys: new Map(),
    sessions: createSessionMap(),
    signups: new Map(),
    emailsBySignupToken: new Map(),
    sims: createSimTable(parts.ids.number(simNumberLimit)),
    coupons: new Map(),
    expiries: createTimeQueue(),
    exports: new Map(),
    exportExpiries: createTimeQueue(),
    transfers: new Map(),
    laggingIndex: new Map(),
    laggingOrders: new Map(),
    laggingStats: new Map(),
    mailboxes: new Map(),
    mailTokens: new Map(),
    counts: { operatorsMade: 0, operatorsDeleted: 0, calls: 0 },
  }
}
