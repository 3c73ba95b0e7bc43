import type { Declaration } from '../declare/declaration.ts'
import type { CreateContext } from '../declare/define-resource.ts'
import { withHidden } from '../kit/redacted.ts'
import type { BeamStats, BeamStatsOptions } from './beam-stats.ts'
import { toBeamSums } from './beam-traffic.ts'
import { expectAmounts } from './expect-amounts.ts'
import { insertBeamPoints } from './insert-beam-points.ts'
import { toPoints, toSpan } from './stats-points.ts'
import type { Subscriber } from './subscriber-handle.ts'

/** Inserts Beam stats and reckons what they cost. */
export async function insertBeamStats(
  context: CreateContext<BeamStatsOptions, { readonly subscriber: Declaration<Subscriber> }>,
): Promise<BeamStats> {
  const { options, needs } = context
  const { subscriber } = needs
  const { points } = toPoints(options)
  await insertBeamPoints(context, subscriber, points)
  const expectedAmounts = await expectAmounts(subscriber, { beam: points }, options.tariff)
  const { imsi } = subscriber
  return Object.freeze(withHidden({ imsi, ...toSpan(points), ...toBeamSums(points), expectedAmounts }, { subscriber }))
}
