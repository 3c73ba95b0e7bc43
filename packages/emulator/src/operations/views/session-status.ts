import type { SessionStatus } from '@soracom-fixtures/api'
import type { SimState } from '../../state/sim.ts'

/**
 * The session of a SIM, as both APIs show it: no SIM of the sandbox ever has one. All is null then but the time of its last
 * change (answers recorded in 2016; the client in Python refuses one without it), which nothing else makes than the SIM.
 */
export function toSessionStatus({ createdMs }: SimState): SessionStatus {
  return { online: false, lastUpdatedAt: createdMs, imei: null, location: null, ueIpAddress: null, dnsServers: null }
}
