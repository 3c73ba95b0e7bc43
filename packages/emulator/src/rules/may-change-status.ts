import type { SubscriberStatus } from '@soracom-fixtures/api'
import { planRulesOf, type SimSubscription } from './plan-rules.ts'

/**
 * Whether a SIM can go from one status to another: nothing goes back to ready, terminated is final, and some plans lack
 * some statuses (documentation of subscriber statuses).
 */
export function mayChangeStatus(
  subscription: SimSubscription,
  from: SubscriberStatus,
  to: SubscriberStatus,
  repeatedIsAccepted: boolean,
  moreUnsupported: Readonly<Partial<Record<SimSubscription, readonly SubscriberStatus[]>>> = {},
): boolean {
  const { unsupportedStatuses } = planRulesOf(subscription)
  if (unsupportedStatuses.includes(to) || moreUnsupported[subscription]?.includes(to)) return false
  if (from === to) return repeatedIsAccepted
  return from !== 'terminated' && to !== 'ready'
}
