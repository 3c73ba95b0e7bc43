import type { SubscriberStatus } from '@soracom-fixtures/api'
import type { SimState } from '../state/sim.ts'

/** Brings a SIM to a status. Statuses with a fee of their own set the time that this fee counts from. */
export function changeStatus(sim: SimState, status: SubscriberStatus, nowMs: number): void {
  if (sim.status === status) return
  sim.status = status
  sim.renewalFeeStatusSetMs = status === 'ready' || status === 'standby' || status === 'suspended' ? nowMs : null
  recordChange(sim, nowMs)
}

/** Notes what the SIM is from now on, for its history and the bill. */
export function recordChange(sim: SimState, nowMs: number): void {
  const { status, speedClass, bundles, groupId } = sim
  sim.modifiedMs = nowMs
  const change = { timeMs: nowMs, status, speedClass, bundles, groupId }
  // An empty history is that of all new SIMs.
  if (sim.history.length === 0) sim.history = [change]
  else sim.history.push(change)
}
