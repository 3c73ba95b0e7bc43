import type { Rules } from '../planning/rules.ts'
import type { AirStatsOptions } from './air-stats.ts'
import { checkAirTraffic } from './air-traffic.ts'
import { checkSubscriber, toClaims, toPoints } from './stats-points.ts'

/** How Air stats are planned. */
export const airStatsRules: Rules<AirStatsOptions> = {
  calls: (options) => toPoints(options).points.length,
  check: checkOptions,
  claims: (options) => toClaims('Air', options),
}

function checkOptions(options: AirStatsOptions): string[] {
  const { points, problems } = toPoints(options)
  const found = new Set([...checkSubscriber(options), ...problems])
  for (const { traffic } of points) for (const problem of checkAirTraffic(traffic)) found.add(problem)
  return [...found]
}
