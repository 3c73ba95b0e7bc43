import type { Rules } from '../planning/rules.ts'
import type { BeamStatsOptions } from './beam-stats.ts'
import { checkBeamTraffic } from './beam-traffic.ts'
import { checkSubscriber, toClaims, toPoints } from './stats-points.ts'

/** How Beam stats are planned. */
export const beamStatsRules: Rules<BeamStatsOptions> = {
  calls: (options) => toPoints(options).points.length,
  check: checkOptions,
  claims: (options) => toClaims('Beam', options),
}

function checkOptions(options: BeamStatsOptions): string[] {
  const { points, problems } = toPoints(options)
  const found = new Set([...checkSubscriber(options), ...problems])
  for (const { traffic } of points) for (const problem of checkBeamTraffic(traffic)) found.add(problem)
  return [...found]
}
