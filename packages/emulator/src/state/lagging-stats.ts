import { type Delay, isSeen, toDelay } from '../rules/consistency.ts'
import type { SimState } from './sim.ts'
import { type Counters, createStatsTable, insertPoint, type StatsTable } from './stats-table.ts'
import type { World } from './world.ts'

/** The stats of a SIM as readers see them, and the points that they do not see yet. */
export interface LaggingStats {
  readonly table: StatsTable
  points: { readonly unixtime: number; readonly values: Counters; readonly delay: Delay; missedReads: number }[]
}

/** Notes, before a point is inserted, that readers see it later. Costs nothing where stats are never late. */
export function noteStatsPoint(
  world: World,
  sim: SimState,
  kind: 'air' | 'beam',
  { unixtime, values, nowMs }: { readonly unixtime: number; readonly values: Counters; readonly nowMs: number },
): void {
  const rule = world.consistency.stats
  if (rule === 'immediate') return
  const key = `${sim.imsi} ${kind}`
  let stats = world.laggingStats.get(key)
  if (!stats) {
    stats = { table: structuredClone(sim[kind] ?? createStatsTable()), points: [] }
    world.laggingStats.set(key, stats)
  }
  stats.points.push({ unixtime, values, delay: toDelay(rule, nowMs, world.draws.number), missedReads: 0 })
}

/** The stats of a SIM as a read that comes now sees them. Bills are made of all that was inserted. */
export function statsSeen(world: World, sim: SimState, kind: 'air' | 'beam', nowMs: number): StatsTable | undefined {
  const key = `${sim.imsi} ${kind}`
  const stats = world.laggingStats.size > 0 ? world.laggingStats.get(key) : undefined
  if (!stats) return sim[kind]
  const late: LaggingStats['points'] = []
  for (const point of stats.points) {
    if (isSeen(point.delay, nowMs, point.missedReads)) {
      insertPoint(stats.table, point.unixtime, point.values, world.settings.bucketZoneOffsetMinutes)
    } else {
      point.missedReads += 1
      late.push(point)
    }
  }
  stats.points = late
  if (late.length === 0) world.laggingStats.delete(key)
  return late.length === 0 ? sim[kind] : stats.table
}
