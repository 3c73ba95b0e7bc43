import { changeStatus } from '../rules/change-status.ts'
import { noteIndexChange } from './lagging-index.ts'
import { takeDue } from './time-queue.ts'
import type { World } from './world.ts'

/** Does what has become due by the clock: SIMs expire with their action. */
export function settleTime(world: World): void {
  const nowMs = world.clock.now()
  for (let due = takeDue(world.expiries, nowMs); due; due = takeDue(world.expiries, nowMs)) {
    const sim = world.sims.get(due.key)
    // Its expiry may have been moved or taken away since.
    if (!sim || sim.expiryMs !== due.timeMs || sim.operatorId === undefined) continue
    if (sim.status === 'terminated') continue
    // An expiry time may be set that is past already; what a SIM was stays in order.
    const timeMs = Math.max(due.timeMs, sim.history.at(-1)?.timeMs ?? 0)
    noteIndexChange(world, sim, nowMs)
    if (sim.expiryAction === 'deactivate') changeStatus(sim, 'inactive', timeMs)
    else if (sim.expiryAction === 'suspend') changeStatus(sim, 'suspended', timeMs)
    else if (sim.expiryAction === 'terminate') changeStatus(sim, 'terminated', timeMs)
  }
}
