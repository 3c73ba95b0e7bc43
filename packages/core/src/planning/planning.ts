// What plans a set: its order, and what each resource may be declared with. A file of its own in the built package.

export { makePlan } from '../plan/make-plan.ts'
export { couponRules } from '../resources/coupon-rules.ts'
export { groupRules } from '../resources/group-rules.ts'
export { operatorRules } from '../resources/operator-rules.ts'
export { orderRules } from '../resources/order-rules.ts'
export { airStatsRules, beamStatsRules } from '../resources/stats-rules.ts'
export { subscriberOfOrderRules } from '../resources/subscriber-of-order-rules.ts'
export { subscriberRules } from '../resources/subscriber-rules.ts'
export { usageWorthRules } from '../resources/usage-worth-rules.ts'
export { checkNeeds } from './check-needs.ts'
