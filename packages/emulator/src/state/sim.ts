import type { ExpiryAction, SubscriberStatus } from '@soracom-fixtures/api'
import type { SimSubscription } from '../rules/plan-rules.ts'
import type { StatsTable } from './stats-table.ts'
import { noTags, type Tags } from './tags.ts'

/** What a SIM was from one moment on. */
export interface SimChange {
  readonly timeMs: number
  readonly status: SubscriberStatus
  readonly speedClass: string
  readonly bundles: readonly string[]
  readonly groupId: string | null
}

/** A SIM. Subscribers and SIMs are two views of it. */
export interface SimState {
  readonly imsi: string
  readonly msisdn: string
  readonly type: 'uicc' | 'virtual'
  /** `null` of a virtual SIM, which has none. */
  readonly serialNumber: string | null
  /** `undefined` of a virtual SIM, which is registered from the beginning. */
  readonly registrationSecret: string | undefined
  readonly moduleType: string
  readonly ipAddress: string
  readonly subscription: SimSubscription
  /** The public key of a virtual SIM. Its private one is given away once and not kept. */
  readonly arcPublicKey: string | null
  readonly createdMs: number
  /** Whose it is; `undefined` until it is registered. */
  operatorId: string | undefined
  registeredMs: number | undefined
  modifiedMs: number
  status: SubscriberStatus
  speedClass: string
  bundles: readonly string[]
  groupId: string | null
  tags: Tags
  expiryMs: number | null
  expiryAction: ExpiryAction | null
  terminationEnabled: boolean
  imeiLock: { readonly imei: string } | null
  /** When it came to ready, standby or suspended, which have fees of their own. */
  renewalFeeStatusSetMs: number | null
  /** The token by which it is to go to another operator. */
  transferToken: string | null
  /** From its registration (or its transfer) on, oldest first. */
  history: SimChange[]
  /** Nothing before its first point, since most SIMs have none, and a table would be most of a SIM. */
  air: StatsTable | undefined
  beam: StatsTable | undefined
}

/** Of a SIM that is nobody's yet. The same of all, since most of what a new SIM costs is what it has of its own. */
export const noHistory: SimChange[] = Object.freeze([]) as unknown as SimChange[]

/** What a new SIM is made of. */
export type NewSim = Pick<
  SimState,
  | 'type'
  | 'serialNumber'
  | 'registrationSecret'
  | 'moduleType'
  | 'subscription'
  | 'speedClass'
  | 'bundles'
  | 'arcPublicKey'
  | 'status'
>

/** What tells a new SIM from every other. */
export type SimIds = Pick<SimState, 'imsi' | 'msisdn' | 'ipAddress' | 'createdMs'>

/** A SIM that belongs to nobody yet. Its fields are written out: spreading so many costs more than all the rest. */
export function createSim(made: NewSim, { imsi, msisdn, ipAddress, createdMs }: SimIds): SimState {
  return {
    imsi,
    msisdn,
    type: made.type,
    serialNumber: made.serialNumber,
    registrationSecret: made.registrationSecret,
    moduleType: made.moduleType,
    ipAddress,
    subscription: made.subscription,
    arcPublicKey: made.arcPublicKey,
    createdMs,
    operatorId: undefined,
    registeredMs: undefined,
    modifiedMs: createdMs,
    status: made.status,
    speedClass: made.speedClass,
    bundles: made.bundles,
    groupId: null,
    tags: noTags,
    expiryMs: null,
    expiryAction: null,
    terminationEnabled: false,
    imeiLock: null,
    renewalFeeStatusSetMs: null,
    transferToken: null,
    history: noHistory,
    air: undefined,
    beam: undefined,
  }
}
