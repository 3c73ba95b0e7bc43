import type { AirStatsRow } from '@soracom-fixtures/api'
import { type AirTraffic, toAirWire } from './air-traffic.ts'
import { type Amounts, insertPoints } from './insert-points.ts'
import type { OnceContext } from './once.ts'
import type { PlannedPoint } from './stats-points.ts'
import type { Subscriber } from './subscriber-handle.ts'

/** Sends points of Air traffic, each once. */
export async function insertAirPoints(
  context: OnceContext,
  { imsi, operator }: Subscriber,
  points: readonly PlannedPoint<AirTraffic>[],
): Promise<void> {
  const client = operator.client.withSignal(context.signal)
  await insertPoints(context, points, {
    insert: ({ unixtimeSeconds, traffic }) =>
      client.sandbox.insertAirStats(imsi, { unixtime: unixtimeSeconds, dataTrafficStatsMap: toAirWire(traffic) }),
    toAmounts: (traffic) => toAmounts(toAirWire(traffic)),
    async read(range) {
      const rows = await client.stats.air(imsi, range)
      return rows.map(({ unixtime, dataTrafficStatsMap }) => ({ unixtime, amounts: toAmounts(dataTrafficStatsMap) }))
    },
  })
}

function toAmounts(traffic: AirStatsRow['dataTrafficStatsMap']): Amounts {
  const entries = Object.entries(traffic).flatMap(([speedClass, counts]) =>
    Object.entries(counts).map(([name, count]) => [`${speedClass} ${name}`, count] as const),
  )
  return Object.fromEntries(entries)
}
