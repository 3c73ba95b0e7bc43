import type { Rules } from '../planning/rules.ts'
import type { AirStatsOptions } from './air-stats.ts'
import { checkAirTraffic } from './air-traffic.ts'
import type { BeamStatsOptions } from './beam-stats.ts'
import { checkBeamTraffic } from './beam-traffic.ts'
import { checkSubscriber, type StatsTimes, toClaims, toPoints } from './stats-points.ts'

/** How Air stats are planned. */
export const airStatsRules: Rules<AirStatsOptions> = toRules('Air', checkAirTraffic)

/** How Beam stats are planned. */
export const beamStatsRules: Rules<BeamStatsOptions> = toRules('Beam', checkBeamTraffic)

function toRules<Traffic>(
  name: 'Air' | 'Beam',
  checkTraffic: (traffic: Traffic | undefined) => readonly string[],
): Rules<StatsTimes<Traffic> & Pick<AirStatsOptions, 'subscriber'>> {
  return {
    calls: (options) => toPoints(options).points.length,
    check(options) {
      const { points, problems } = toPoints(options)
      return [
        ...new Set([
          ...checkSubscriber(options),
          ...problems,
          ...points.flatMap(({ traffic }) => checkTraffic(traffic)),
        ]),
      ]
    },
    claims: (options) => toClaims(name, options),
  }
}
