import { type PlanRules, plans, type SubscriberStatus, type Subscription } from '@soracom-fixtures/api'

/**
 * Whether a SIM can go from one status to another: nothing goes back to ready, terminated is final, and some plans lack
 * some statuses (documentation of subscriber statuses).
 */
export function mayChangeStatus(
  subscription: Subscription,
  from: SubscriberStatus,
  to: SubscriberStatus,
  repeatedIsAccepted: boolean,
): boolean {
  const { unsupportedStatuses }: PlanRules = plans[subscription]
  if (unsupportedStatuses.includes(to)) return false
  if (from === to) return repeatedIsAccepted
  return from !== 'terminated' && to !== 'ready'
}
