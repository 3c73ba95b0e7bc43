import { type CoverageType, type PlanRules, plans, type Subscription } from '@soracom-fixtures/api'

/** The subscription of a SIM: one that the sandbox creates, or that of a virtual SIM. */
export type SimSubscription = Subscription | typeof virtualSubscription

/** The subscription of virtual SIMs, which `POST /sims` makes. */
export const virtualSubscription = 'planArc01'

/** What SIMs of a subscription can have. A virtual SIM is active or terminated and nothing else (published document). */
export function planRulesOf(subscription: SimSubscription): PlanRules {
  return subscription === virtualSubscription ? virtualRules : plans[subscription]
}

/** The coverage type whose bill carries a SIM. A virtual SIM has none of its own and is on the bill that there is. */
export function coverageTypeOf(subscription: SimSubscription, billed: CoverageType): CoverageType {
  return subscription === virtualSubscription ? billed : plans[subscription].coverageType
}

const virtualRules: PlanRules = {
  bundles: [],
  speedClasses: ['arc.standard'],
  unsupportedStatuses: ['ready', 'inactive', 'standby', 'suspended'],
  coverageType: 'g',
}
