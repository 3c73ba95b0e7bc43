import type { SimSubscription } from './plan-rules.ts'

/** Whether SIMs of a subscription are shown as able to receive SMS: plan01s was in 2022, a SIM of Japan was not in 2016. */
export function hasSms(subscription: SimSubscription): boolean {
  return subscription === 'plan01s'
}
