import { plans, type Subscription } from '@soracom-fixtures/api'
import { publishedRateCard } from '@soracom-fixtures/api/billing'
import type { Claim } from '../declare/declaration.ts'
import type { Rules } from '../planning/rules.ts'
import type { OperatorOptions } from './operator.ts'
import { checkSubscriber } from './stats-points.ts'
import type { SubscriberOptions } from './subscriber.ts'
import { trafficWorth, type WishedWorth, type Worth } from './traffic-worth.ts'
import type { UsageWorthOptions } from './usage-worth.ts'

/** How usage of a worth is planned. */
export const usageWorthRules: Rules<UsageWorthOptions> = {
  check: checkOptions,
  claims: toClaims,
}

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

function checkOptions(options: UsageWorthOptions): string[] {
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
