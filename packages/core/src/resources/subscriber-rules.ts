import {
  expiryActions,
  type PlanRules,
  plans,
  type SpeedClass,
  type Subscription,
  subscriberStatuses,
  subscriptions,
} from '@soracom-fixtures/api'
import type { CheckContext } from '../declare/declaration.ts'
import { toUnixSeconds } from '../kit/time.ts'
import type { Rules } from '../planning/rules.ts'
import { checkTags } from './check-tags.ts'
import type { GroupOptions } from './group.ts'
import type { LooseOptions, SubscriberExpiry, SubscriberOptions } from './subscriber.ts'

/** How a SIM is planned. */
export const subscriberRules: Rules<SubscriberOptions> = {
  calls: countCalls,
  check: checkOptions,
}

function countCalls(options: SubscriberOptions): number {
  const { subscription, speedClass, status = 'ready', expiry } = options as LooseOptions
  const speedClassChanges = speedClass && speedClass !== toFirstSpeedClass(subscription) ? 1 : 0
  const permissions = mayBeTerminated(options) ? 1 : 0
  return 2 + speedClassChanges + permissions + (expiry ? 1 : 0) + (status === 'ready' ? 0 : 1)
}

/** Whether termination has to be enabled for a SIM. */
export function mayBeTerminated({ status, expiry }: SubscriberOptions): boolean {
  return status === 'terminated' || expiry?.action === 'terminate'
}

// What a new SIM of a plan was seen to have: s1.standard, or the plan's own.
function toFirstSpeedClass(subscription: Subscription | undefined): SpeedClass | undefined {
  const { speedClasses }: PlanRules = plans[subscription ?? 'plan-D']
  return speedClasses.includes('s1.standard') ? 's1.standard' : speedClasses[0]
}

function checkOptions(options: SubscriberOptions, { nowMs }: CheckContext): string[] {
  const { subscription, bundles, speedClass, status, expiry, tags } = options as LooseOptions
  const problems = [...checkTags(tags), ...checkGroup(options)]
  if (status !== undefined && !subscriberStatuses.includes(status)) {
    problems.push(`status ${JSON.stringify(status)} is unknown; there are ${subscriberStatuses.join(', ')}`)
  }
  if (expiry) problems.push(...checkExpiry(expiry, nowMs))
  if (subscription === undefined) {
    if (bundles || speedClass) problems.push('bundles and speedClass belong to a plan; name the subscription too')
    if (status === 'standby') problems.push('not every plan has status standby; name the subscription too')
    return problems
  }
  if (!Object.hasOwn(plans, subscription)) {
    problems.push(`subscription ${JSON.stringify(subscription)} is unknown; there are ${subscriptions.join(', ')}`)
    return problems
  }
  const rules: PlanRules = plans[subscription]
  for (const bundle of bundles ?? []) {
    if (rules.bundles.includes(bundle)) continue
    const has = rules.bundles.length > 0 ? `it has ${rules.bundles.join(', ')}` : 'it has none'
    problems.push(`${subscription} cannot carry the bundle ${JSON.stringify(bundle)}; ${has}`)
  }
  if (speedClass && !rules.speedClasses.includes(speedClass)) {
    problems.push(
      `${subscription} does not know speed class ${JSON.stringify(speedClass)}; it has ${rules.speedClasses.join(', ')}`,
    )
  }
  if (status && rules.unsupportedStatuses.includes(status)) {
    problems.push(`SIMs of ${subscription} cannot be brought to status ${status}`)
  }
  return problems
}

// Seen only where both say whose they are; else the API tells.
function checkGroup({ operator, group }: SubscriberOptions): string[] {
  const { operator: owner } = (group?.options ?? {}) as GroupOptions
  return operator && owner && operator !== owner ? ['its group belongs to another operator'] : []
}

function checkExpiry({ at, action }: SubscriberExpiry, nowMs: number): string[] {
  const problems: string[] = []
  const seconds = toUnixSeconds(at)
  if (typeof seconds === 'string') problems.push(`expiry.at: ${seconds}`)
  else if (seconds * 1000 <= nowMs) {
    problems.push(`expiry.at is in the past (${new Date(seconds * 1000).toISOString()}); a SIM can only expire later`)
  }
  if (action !== undefined && !expiryActions.includes(action)) {
    problems.push(`expiry.action ${JSON.stringify(action)} is unknown; there are ${expiryActions.join(', ')}`)
  }
  return problems
}
