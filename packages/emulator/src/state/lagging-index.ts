import { toDelay } from '../rules/consistency.ts'
import { lookAt, noteChange } from './lagging.ts'
import type { SimState } from './sim.ts'
import { findByImsi } from './sim-table.ts'
import type { World } from './world.ts'

/** Notes, before a SIM is changed, what the search index knows of it. Costs nothing where the index is never late. */
export function noteIndexChange(world: World, sim: SimState, nowMs: number): void {
  if (world.consistency.index === 'immediate') return
  noteBefore(world, sim, nowMs, sim.operatorId === undefined ? null : { ...sim })
}

/** Notes, before a SIM goes to another operator, that the index does not know it as that one's yet. */
export function noteIndexArrival(world: World, sim: SimState, nowMs: number): void {
  noteBefore(world, sim, nowMs, null)
}

function noteBefore(world: World, sim: SimState, nowMs: number, before: SimState | null): void {
  const rule = world.consistency.index
  if (rule === 'immediate') return
  noteChange(world.laggingIndex, sim.imsi, toDelay(rule, nowMs, world.draws.number), before)
}

/** A SIM as the search index knows it now; nothing where it does not know it yet. */
export function asIndexed(world: World, imsi: string, nowMs: number): SimState | undefined {
  const seen = world.laggingIndex.size > 0 ? lookAt(world.laggingIndex, imsi, nowMs) : undefined
  return seen ? (seen.before ?? undefined) : findByImsi(world, imsi)
}
