import type { Declaration } from '../declare/declaration.ts'
import type { CreateContext } from '../declare/define-resource.ts'
import { withHidden } from '../kit/redacted.ts'
import type { AirStats, AirStatsOptions } from './air-stats.ts'
import { toAirSums } from './air-traffic.ts'
import { expectAmounts } from './expect-amounts.ts'
import { insertAirPoints } from './insert-air-points.ts'
import { toPoints, toSpan } from './stats-points.ts'
import type { Subscriber } from './subscriber-handle.ts'

/** Inserts Air stats and reckons what they cost. */
export async function insertAirStats(
  context: CreateContext<AirStatsOptions, { readonly subscriber: Declaration<Subscriber> }>,
): Promise<AirStats> {
  const { options, needs } = context
  const { subscriber } = needs
  const { points } = toPoints(options)
  await insertAirPoints(context, subscriber, points)
  const expectedAmounts = await expectAmounts(subscriber, { air: points }, options.tariff)
  const { imsi } = subscriber
  return Object.freeze(withHidden({ imsi, ...toSpan(points), ...toAirSums(points), expectedAmounts }, { subscriber }))
}
