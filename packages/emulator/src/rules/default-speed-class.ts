import { type PlanRules, plans, type Subscription } from '@soracom-fixtures/api'

/** The speed class that a SIM of a plan begins with: s1.standard as in both answers seen, or the plan's first. */
export function toDefaultSpeedClass(subscription: Subscription): string {
  const { speedClasses }: PlanRules = plans[subscription]
  return speedClasses.includes('s1.standard') ? 's1.standard' : (speedClasses[0] ?? 's1.standard')
}
