import type { CreatedSubscriber, SubscriberRecord } from '@soracom-fixtures/api'
import { hasSms } from '../../rules/has-sms.ts'
import type { SimState } from '../../state/sim.ts'
import { toSessionStatus } from './session-status.ts'

const apn = 'soracom-sandbox.io'

/** A registered SIM as the subscriber API shows it; pairs of fields say the same, and nulls are written out. */
export function toSubscriberView(sim: SimState): SubscriberRecord {
  return {
    imsi: sim.imsi,
    msisdn: sim.msisdn,
    simId: sim.imsi,
    iccid: sim.imsi,
    serialNumber: sim.serialNumber,
    operatorId: sim.operatorId ?? placeholderOperatorId,
    subscription: sim.subscription,
    bundles: [...sim.bundles],
    status: sim.status,
    speedClass: sim.speedClass,
    type: sim.speedClass,
    moduleType: sim.moduleType,
    plan: toPlanNumber(sim),
    apn,
    ipAddress: sim.ipAddress,
    groupId: sim.groupId,
    tags: Object.fromEntries(sim.tags),
    createdAt: sim.createdMs,
    createdTime: sim.createdMs,
    lastModifiedAt: sim.modifiedMs,
    lastModifiedTime: sim.modifiedMs,
    registeredTime: sim.registeredMs ?? null,
    expiredAt: sim.expiryMs,
    expiryTime: sim.expiryMs,
    expiryAction: sim.expiryAction,
    terminationEnabled: sim.terminationEnabled,
    renewalFeeStatusSetTime: sim.renewalFeeStatusSetMs,
    sessionStatus: toSessionStatus(sim),
    imeiLock: sim.imeiLock,
  }
}

/** The thin answer to the creation of a SIM, as the sandbox was seen to give it: it belongs to a placeholder yet. */
export function toCreatedView(sim: SimState): CreatedSubscriber {
  return {
    imsi: sim.imsi,
    msisdn: sim.msisdn,
    serialNumber: sim.serialNumber ?? '',
    registrationSecret: sim.registrationSecret ?? '',
    operatorId: placeholderOperatorId,
    ipAddress: sim.ipAddress,
    apn,
    type: sim.speedClass,
    iccid: sim.imsi,
    simId: sim.imsi,
    moduleType: sim.moduleType,
    plan: toPlanNumber(sim),
    subscription: sim.subscription,
    sessionStatus: { online: 0 },
    tags: {},
  }
}

const placeholderOperatorId = 'OP9999999999'

// The number tells whether a SIM can be sent SMS (published document).
function toPlanNumber({ subscription }: SimState): number {
  return hasSms(subscription) ? 1 : 0
}
