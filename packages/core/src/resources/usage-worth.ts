import { plans, type SpeedClass, type Subscription } from '@soracom-fixtures/api'
import { publishedRateCard, type RateCard } from '@soracom-fixtures/api/billing'
import type { CheckContext, Claim, Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import type { AirTraffic } from './air-traffic.ts'
import type { BeamTraffic } from './beam-traffic.ts'
import type { ExpectedAmounts } from './expect-amounts.ts'
import type { OperatorOptions } from './operator.ts'
import { shareHiding } from './share-hiding.ts'
import { checkSubscriber } from './stats-points.ts'
import type { SubscriberOptions } from './subscriber.ts'
import type { Subscriber } from './subscriber-handle.ts'
import { trafficWorth, type UsageItem, type WishedWorth, type Worth } from './traffic-worth.ts'

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
  check: checkOptions,
  claims: toClaims,
  create: async (context) => await (await import('./insert-usage-worth.ts')).insertUsageWorth(context),
  share: shareHiding<UsageWorth, 'subscriber'>('subscriber'),
})

const usageItems: readonly string[] = ['dailyDataTrafficChargeTotal', 'dailySoracomBeamRequestChargeTotal']
// Not at midnight, where points of every day stand.
const secondOfMonth = 30

/** The usage that makes the item the amount, or what is in the way. */
export function toWorth({
  subscriber,
  item,
  amount,
  speedClass,
  tariff = publishedRateCard,
}: UsageWorthOptions): Worth {
  const { subscription, bundles = [] } = subscriber.options as {
    subscription?: Subscription
    bundles?: readonly string[]
  }
  if (!subscription || !(subscription in plans)) {
    return { problem: 'the SIM must be declared with its subscription, by which usage is priced' }
  }
  const wish: WishedWorth = { subscription, bundles, item, amount, speedClass }
  return trafficWorth(wish, tariff)
}

function checkOptions(options: UsageWorthOptions, _: CheckContext): string[] {
  const { subscriber, item, amount, month } = options
  const problems = checkSubscriber(options)
  if (!usageItems.includes(item)) {
    problems.push(`bill item ${JSON.stringify(item)} is none that usage makes; there are ${usageItems.join(', ')}`)
  }
  if (!(Number.isFinite(amount) && amount > 0)) problems.push(`amount must be a number above 0, not ${amount}`)
  if (month !== undefined && !/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) {
    problems.push(`month must be one such as "2026-10", not ${JSON.stringify(month)}`)
  }
  if (problems.length > 0) return problems
  const worth = toWorth(options)
  if ('problem' in worth) return [worth.problem]
  const { operator, subscription } = subscriber.options as SubscriberOptions
  const { coverageTypes = ['jp'] } = (operator?.options ?? {}) as OperatorOptions
  const problem = operator && subscription && billProblem(subscription, coverageTypes)
  return problem ? [problem] : []
}

// The same point of time can have one seed of a kind.
function toClaims({ subscriber, item, month = toMonth(Date.now()) }: UsageWorthOptions): Claim[] {
  const name = item === 'dailySoracomBeamRequestChargeTotal' ? 'Beam' : 'Air'
  const seconds = secondsOf(month)
  if (Number.isNaN(seconds)) return []
  const advice = 'Make one usageWorth of both, with the sum of their amounts.'
  const what = `the ${name} stats at ${new Date(seconds * 1000).toISOString()}`
  return [{ on: subscriber, key: `${name}:${seconds}`, what, advice }]
}

/** Why an operator's bill cannot have an item of a plan. */
export function billProblem(subscription: Subscription, coverageTypes: readonly string[]): string | undefined {
  const billed = coverageTypes.includes('jp') ? 'jp' : 'g'
  if (plans[subscription].coverageType === billed) return undefined
  return `the operator's bill is of coverage type ${billed}, and ${subscription} is of ${plans[subscription].coverageType}`
}

/** `yyyy-MM` of a time. */
export function toMonth(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 7)
}

/** The point of time of a month's usage, in UNIX seconds. */
export function secondsOf(month: string): number {
  return Date.parse(`${month}-01T00:00:${secondOfMonth}Z`) / 1000
}
