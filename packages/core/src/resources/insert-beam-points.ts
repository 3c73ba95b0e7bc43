import type { BeamTraffic } from './beam-traffic.ts'
import { insertPoints } from './insert-points.ts'
import type { OnceContext } from './once.ts'
import type { PlannedPoint } from './stats-points.ts'
import type { Subscriber } from './subscriber-handle.ts'

/** Sends points of Beam requests, each once. */
export async function insertBeamPoints(
  context: OnceContext,
  { imsi, operator }: Subscriber,
  points: readonly PlannedPoint<BeamTraffic>[],
): Promise<void> {
  const client = operator.client.withSignal(context.signal)
  await insertPoints(context, points, {
    insert: ({ unixtimeSeconds, traffic }) =>
      client.sandbox.insertBeamStats(imsi, {
        unixtime: unixtimeSeconds,
        beamStatsMap: Object.fromEntries(Object.entries(traffic).map(([protocol, count]) => [protocol, { count }])),
      }),
    toAmounts: (traffic) => traffic,
    async read(range) {
      const rows = await client.stats.beam(imsi, range)
      return rows.map(({ unixtime, beamStatsMap }) => ({
        unixtime,
        amounts: Object.fromEntries(Object.entries(beamStatsMap).map(([protocol, { count }]) => [protocol, count])),
      }))
    },
  })
}
