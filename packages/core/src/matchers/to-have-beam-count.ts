import type { BeamStats } from '../resources/beam-stats.ts'
import type { BeamTraffic } from '../resources/beam-traffic.ts'
import { isSeedOf, toExpectedPeriods } from './expected-usage.ts'
import { lookAtUsage } from './look-at-usage.ts'
import type { MatcherContext, MatcherOptions, MatcherResult } from './matcher.ts'
import { isSubscriber, wrongReceived } from './received.ts'

/** Beam requests that a SIM is expected to have: of a day, a month, several days, or all that a seed has. */
export type ExpectedBeamCount =
  | { readonly day: string; readonly traffic: BeamTraffic }
  | { readonly month: string; readonly traffic: BeamTraffic }
  | { readonly days: Readonly<Record<string, BeamTraffic>> }
  | Pick<BeamStats, 'totalsByDay'>

/** Looks whether a SIM has Beam requests. Protocols that are not named are not looked at. */
export async function toHaveBeamCount(
  received: unknown,
  expected: ExpectedBeamCount,
  context: MatcherContext & MatcherOptions,
): Promise<MatcherResult> {
  if (!isSubscriber(received)) throw wrongReceived('toHaveBeamCount', 'the handle of a SIM', received)
  const { imsi, operator } = received
  return await lookAtUsage('Beam requests', received, {
    expected: toExpectedPeriods('toHaveBeamCount', expected, (traffic: Readonly<Record<string, number>>) => traffic),
    isSeeded: isSeedOf(expected, imsi),
    context,
    async read(range) {
      const rows = await operator.client.stats.beam(imsi, range)
      return rows.map(({ unixtime, beamStatsMap }) => ({
        unixtime,
        amounts: Object.fromEntries(Object.entries(beamStatsMap).map(([protocol, { count }]) => [protocol, count])),
      }))
    },
  })
}
