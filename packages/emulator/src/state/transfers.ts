import { toDefaultSpeedClass } from '../rules/default-speed-class.ts'
import { bucketStart } from '../rules/stats-buckets.ts'
import type { EmulatorSettings } from '../settings.ts'
import { noteIndexArrival } from './lagging-index.ts'
import type { OperatorState } from './operator.ts'
import { moveToGroup, registerSim } from './register-sim.ts'
import { noHistory, type SimState } from './sim.ts'
import { findByImsi } from './sim-table.ts'
import { removeKey } from './sorted-keys.ts'
import { noTags } from './tags.ts'
import type { World } from './world.ts'

/** SIMs that are to go to another operator once that one accepts. */
export interface TransferState {
  readonly token: string
  readonly fromOperatorId: string
  readonly toOperatorId: string
  readonly imsis: readonly string[]
}

/** Begins a transfer. */
export function addTransfer(
  world: World,
  from: OperatorState,
  to: OperatorState,
  sims: readonly SimState[],
): TransferState {
  const token = `${world.ids.uuid()}-${world.ids.uuid()}`
  const imsis = sims.map(({ imsi }) => imsi)
  const transfer = { token, fromOperatorId: from.operatorId, toOperatorId: to.operatorId, imsis }
  world.transfers.set(token, transfer)
  from.transferTokens.add(token)
  to.transferTokens.add(token)
  for (const sim of sims) sim.transferToken = token
  return transfer
}

/** Ends a transfer, accepted or not. */
export function dropTransfer(world: World, token: string): void {
  const transfer = world.transfers.get(token)
  if (!transfer) return
  world.transfers.delete(token)
  for (const operatorId of [transfer.fromOperatorId, transfer.toOperatorId]) {
    world.operators.get(operatorId)?.transferTokens.delete(token)
  }
  for (const imsi of transfer.imsis) {
    const sim = findByImsi(world, imsi)
    if (sim?.transferToken === token) sim.transferToken = null
  }
}

/**
 * Makes a SIM another operator's. What it cost up to the day before, and what it sent, stays on the former operator's
 * bill; from the day itself on it is on the new one's (the vendor's guide to transfers).
 */
export function transferSim(world: World, from: OperatorState, to: OperatorState, sim: SimState, nowMs: number): void {
  const { transferKeeps, bucketZoneOffsetMinutes } = world.settings
  const dayStartMs = bucketStart(Math.floor(nowMs / 1000), 'day', bucketZoneOffsetMinutes) * 1000
  const { imsi, subscription, history, air, beam, bundles } = sim
  const end = { timeMs: dayStartMs, status: 'terminated' as const, bundles }
  noteIndexArrival(world, sim, nowMs)
  from.formerSims.push({ imsi, subscription, history: [...history, end], air, beam })
  moveToGroup(from, sim, null, nowMs)
  removeKey(from.imsis, imsi)
  clearSettings(sim, transferKeeps)
  sim.history = noHistory
  sim.air = undefined
  sim.beam = undefined
  registerSim(to, sim, nowMs)
}

function clearSettings(sim: SimState, kept: EmulatorSettings['transferKeeps']): void {
  if (!kept.includes('tags')) sim.tags = noTags
  if (!kept.includes('expiry')) Object.assign(sim, { expiryMs: null, expiryAction: null })
  if (!kept.includes('imeiLock')) sim.imeiLock = null
  if (!kept.includes('speedClass')) sim.speedClass = toDefaultSpeedClass(sim.subscription)
  sim.terminationEnabled = false
}
