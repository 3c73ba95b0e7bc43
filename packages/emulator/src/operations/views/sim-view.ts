import type { Sim } from '@soracom-fixtures/api'
import { hasSms } from '../../rules/has-sms.ts'
import type { SimState } from '../../state/sim.ts'
import { toSessionStatus } from './session-status.ts'

/**
 * A SIM as the newer SIM API shows it: plan and IMSI are inside `profiles`. In the sandbox simId and iccid are the IMSI.
 * The private key of a virtual SIM is shown in the answer to its creation only.
 */
export function toSimView(sim: SimState, arcPrivateKey?: string): Sim {
  const { imsi, status, bundles, msisdn, subscription } = sim
  const capabilities = { data: true, sms: hasSms(subscription) }
  return {
    simId: imsi,
    operatorId: sim.operatorId ?? '',
    type: sim.type,
    status,
    speedClass: sim.speedClass,
    groupId: sim.groupId,
    tags: Object.fromEntries(sim.tags),
    serialNumber: sim.serialNumber,
    moduleType: sim.moduleType,
    activeProfileId: imsi,
    profiles: {
      [imsi]: {
        iccid: imsi,
        primaryImsi: imsi,
        otaSupported: false,
        ...(sim.arcPublicKey === null ? {} : { arcClientPeerPublicKey: sim.arcPublicKey }),
        ...(arcPrivateKey === undefined ? {} : { arcClientPeerPrivateKey: arcPrivateKey }),
        subscribers: { [imsi]: { imsi, msisdn, status, subscription, capabilities, bundles: [...bundles] } },
      },
    },
    capabilities,
    createdTime: sim.createdMs,
    lastModifiedTime: sim.modifiedMs,
    expiryTime: sim.expiryMs,
    expiryAction: sim.expiryAction,
    terminationEnabled: sim.terminationEnabled,
    renewalFeeStatusSetTime: sim.renewalFeeStatusSetMs,
    sessionStatus: toSessionStatus(sim),
    imeiLock: sim.imeiLock,
  }
}
