import { recordChange } from '../rules/change-status.ts'
import type { OperatorState } from './operator.ts'
import type { SimState } from './sim.ts'
import { addKey, removeKey } from './sorted-keys.ts'

/** Makes a SIM an operator's. */
export function registerSim(operator: OperatorState, sim: SimState, nowMs: number): void {
  sim.operatorId = operator.operatorId
  sim.registeredMs = nowMs
  sim.renewalFeeStatusSetMs = sim.status === 'ready' ? nowMs : null
  addKey(operator.imsis, sim.imsi)
  recordChange(sim, nowMs)
}

/** Puts a SIM into a group, or into none. */
export function moveToGroup(operator: OperatorState, sim: SimState, groupId: string | null, nowMs: number): void {
  if (sim.groupId !== null) removeMember(operator, sim)
  const group = operator.groups.get(groupId ?? '')
  if (group) addKey(group.members, sim.imsi)
  sim.groupId = groupId
  // A SIM's history begins with its registration, by which it may come into a group.
  if (sim.history.length > 0) recordChange(sim, nowMs)
}

function removeMember(operator: OperatorState, { groupId, imsi }: SimState): void {
  const group = operator.groups.get(groupId ?? '')
  if (group) removeKey(group.members, imsi)
}
