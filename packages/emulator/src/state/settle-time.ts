import type { ExpiryAction, SubscriberStatus } from '@soracom-fixtures/api'
import { changeStatus } from '../rules/change-status.ts'
import { mayChangeStatus } from '../rules/may-change-status.ts'
import { dropExpiredExports } from './exports.ts'
import { noteIndexChange } from './lagging-index.ts'
import { findByImsi } from './sim-table.ts'
import { takeDue } from './time-queue.ts'
import type { World } from './world.ts'

/** Does what has become due by the clock: SIMs expire with their action, links to files expire. */
export function settleTime(world: World, nowMs: number): void {
  dropExpiredExports(world, nowMs)
  for (let due = takeDue(world.expiries, nowMs); due; due = takeDue(world.expiries, nowMs)) {
    const sim = findByImsi(world, due.key)
    // Its expiry may have been moved or taken away since.
    if (!sim || sim.expiryMs !== due.timeMs || sim.operatorId === undefined) continue
    if (sim.status === 'terminated') continue
    // An expiry time may be set that is past already; what a SIM was stays in order.
    const timeMs = Math.max(due.timeMs, sim.history.at(-1)?.timeMs ?? 0)
    const status = statusAfter[sim.expiryAction ?? 'doNothing']
    if (!status || !mayChangeStatus(sim.subscription, sim.status, status, true, world.settings.moreUnsupportedStatuses))
      continue
    noteIndexChange(world, sim, nowMs)
    changeStatus(sim, status, timeMs)
  }
}

// An action that the SIM's plan has no status for does nothing.
const statusAfter: Readonly<Partial<Record<ExpiryAction, SubscriberStatus>>> = {
  deactivate: 'inactive',
  suspend: 'suspended',
  terminate: 'terminated',
}
