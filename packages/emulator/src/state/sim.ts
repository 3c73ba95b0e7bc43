import type { ExpiryAction, SubscriberStatus, Subscription } from '@soracom-fixtures/api'
import { createStatsTable, type StatsTable } from './stats-table.ts'

/** What a SIM was from one moment on. */
export interface SimChange {
  readonly timeMs: number
  readonly status: SubscriberStatus
  readonly speedClass: string
  readonly bundles: readonly string[]
}

/** A SIM. Subscribers and SIMs are two views of it. */
export interface SimState {
  readonly imsi: string
  readonly msisdn: string
  readonly serialNumber: string
  readonly registrationSecret: string
  readonly moduleType: string
  readonly ipAddress: string
  readonly subscription: Subscription
  readonly createdMs: number
  /** Whose it is; `undefined` until it is registered. */
  operatorId: string | undefined
  registeredMs: number | undefined
  modifiedMs: number
  status: SubscriberStatus
  speedClass: string
  bundles: readonly string[]
  groupId: string | null
  readonly tags: Map<string, string>
  expiryMs: number | null
  expiryAction: ExpiryAction | null
  terminationEnabled: boolean
  imeiLock: { readonly imei: string } | null
  /** When it came to ready, standby or suspended, which have fees of their own. */
  renewalFeeStatusSetMs: number | null
  /** From its registration on, oldest first. */
  readonly history: SimChange[]
  readonly air: StatsTable
  readonly beam: StatsTable
}

/** What a new SIM is made of. */
export type NewSim = Pick<
  SimState,
  | 'imsi'
  | 'msisdn'
  | 'serialNumber'
  | 'registrationSecret'
  | 'moduleType'
  | 'ipAddress'
  | 'subscription'
  | 'createdMs'
  | 'speedClass'
  | 'bundles'
>

/** A SIM that belongs to nobody yet. */
export function createSim(made: NewSim): SimState {
  return {
    ...made,
    operatorId: undefined,
    registeredMs: undefined,
    modifiedMs: made.createdMs,
    status: 'ready',
    groupId: null,
    tags: new Map(),
    expiryMs: null,
    expiryAction: null,
    terminationEnabled: false,
    imeiLock: null,
    renewalFeeStatusSetMs: null,
    history: [],
    air: createStatsTable(),
    beam: createStatsTable(),
  }
}
