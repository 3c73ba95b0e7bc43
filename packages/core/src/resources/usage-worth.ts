import type { SpeedClass } from '@soracom-fixtures/api'
import type { RateCard } from '@soracom-fixtures/api/billing'
import type { Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { rulesOf } from '../planning/rules-of.ts'
import type { AirTraffic } from './air-traffic.ts'
import type { BeamTraffic } from './beam-traffic.ts'
import type { ExpectedAmounts } from './expect-amounts.ts'
import { shareHiding } from './share-hiding.ts'
import type { SubscriberOptions } from './subscriber.ts'
import type { Subscriber } from './subscriber-handle.ts'
import type { UsageItem } from './traffic-worth.ts'

/** What usage of a worth is declared with. */
export interface UsageWorthOptions {
  /** Declared with `subscription`, by which it is priced. */
  readonly subscriber: Declaration<Subscriber, SubscriberOptions>
  readonly item: UsageItem
  /** Without tax; in yen for plans of coverage type jp, in dollars for those of g. */
  readonly amount: number
  /** `yyyy-MM`; this month unless told. */
  readonly month?: string
  /** The speed class of the traffic; one that the tariff has a price for unless told. */
  readonly speedClass?: SpeedClass
  /** By which it is reckoned, which the target must bill by as well; the published figures unless told. */
  readonly tariff?: RateCard
}

/** Usage that was seeded to cost an amount. */
export interface UsageWorth {
  readonly imsi: string
  readonly item: UsageItem
  readonly amount: number
  /** `yyyy-MM`. */
  readonly month: string
  readonly unixtimeSeconds: number
  /** What was seeded. */
  readonly traffic: AirTraffic | BeamTraffic
  readonly expectedAmounts: ExpectedAmounts
  /** The SIM that it was seeded for. Not printed. */
  readonly subscriber: Subscriber
}

/**
 * Declares usage that makes an item of a month's bill an amount, by a tariff and with no other usage of the item: one
 * point on the first of the month. What the tariff cannot express is refused in the plan.
 *
 * @example
 * const meter = subscriber({ subscription: 'plan-D' })
 * const dear = usageWorth({ subscriber: meter, item: 'dailyDataTrafficChargeTotal', amount: 5000, month: '2026-10' })
 * const fx = useFixtures({ meter, dear })
 * test('the month costs so much', async () => {
 *   const rows = await fx.meter.operator.bills.byItem('2026-10')
 *   expect(rows).toContainEqual({ item: 'dailyDataTrafficChargeTotal', amount: 5000 })
 * })
 */
export const usageWorth: ResourceFactory<UsageWorthOptions, UsageWorth> = defineResource({
  kind: 'usage worth',
  dependsOn: (options: UsageWorthOptions) => ({ subscriber: options.subscriber }),
  ...rulesOf(({ usageWorthRules }) => usageWorthRules),
  create: async (context) => await (await import('./insert-usage-worth.ts')).insertUsageWorth(context),
  share: shareHiding<UsageWorth, 'subscriber'>('subscriber'),
})
