import { planRulesOf, type SimSubscription } from './plan-rules.ts'

/** The speed class that a SIM of a plan begins with: s1.standard as in both answers seen, or the plan's first. */
export function toDefaultSpeedClass(subscription: SimSubscription): string {
  const { speedClasses } = planRulesOf(subscription)
  return speedClasses.includes('s1.standard') ? 's1.standard' : (speedClasses[0] ?? 's1.standard')
}
