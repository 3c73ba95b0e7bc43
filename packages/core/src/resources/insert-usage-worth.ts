import type { Subscription } from '@soracom-fixtures/api'
import type { Declaration } from '../declare/declaration.ts'
import type { CreateContext } from '../declare/define-resource.ts'
import { withHidden } from '../kit/redacted.ts'
import { expectAmounts } from './expect-amounts.ts'
import { insertAirPoints } from './insert-air-points.ts'
import { insertBeamPoints } from './insert-beam-points.ts'
import type { SubscriberOptions } from './subscriber.ts'
import type { Subscriber } from './subscriber-handle.ts'
import type { UsageWorth, UsageWorthOptions } from './usage-worth.ts'
import { billProblem, secondsOf, toMonth, toWorth } from './usage-worth-rules.ts'

/** Inserts usage of a worth. */
export async function insertUsageWorth(
  context: CreateContext<UsageWorthOptions, { readonly subscriber: Declaration<Subscriber, SubscriberOptions> }>,
): Promise<UsageWorth> {
  const { options, needs } = context
  const { subscriber } = needs
  const { item, amount, tariff } = options
  const problem = billProblem(subscriber.subscription as Subscription, subscriber.operator.coverageTypes)
  if (problem) throw new Error(problem)
  const worth = toWorth(options)
  if ('problem' in worth) throw new Error(worth.problem)
  const month = options.month ?? toMonth(Date.now())
  const unixtimeSeconds = secondsOf(month)
  const [air, beam] =
    'air' in worth ? [[{ unixtimeSeconds, traffic: worth.air }], []] : [[], [{ unixtimeSeconds, traffic: worth.beam }]]
  if (air.length > 0) await insertAirPoints(context, subscriber, air)
  else await insertBeamPoints(context, subscriber, beam)
  const traffic = 'air' in worth ? worth.air : worth.beam
  const expectedAmounts = await expectAmounts(subscriber, { air, beam }, tariff)
  const shown = { imsi: subscriber.imsi, item, amount, month, unixtimeSeconds, traffic, expectedAmounts }
  return Object.freeze(withHidden(shown, { subscriber }))
}
