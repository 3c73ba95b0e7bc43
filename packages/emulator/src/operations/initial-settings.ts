import { type ResourceInitialSetting, subscriptions } from '@soracom-fixtures/api'
import { planRulesOf } from '../rules/plan-rules.ts'
import type { OperatorState } from '../state/operator.ts'
import { moveToGroup } from '../state/register-sim.ts'
import type { SimState } from '../state/sim.ts'
import { withTags } from '../state/tags.ts'
import { ApiFailure, invalid } from './api-failure.ts'

/** Refuses settings for no subscription of the sandbox, a speed class that it lacks, or a group of somebody else. */
export function checkInitialSetting(
  operator: OperatorState,
  { simInitialSettings = {} }: ResourceInitialSetting,
): void {
  for (const [name, { speedClass, groupId }] of Object.entries(simInitialSettings)) {
    // A plan of the service that the sandbox makes no SIMs of.
    if (name === 'plan-US') continue
    const subscription = subscriptions.find((one) => one === name)
    if (!subscription) throw invalid('simInitialSettings', name)
    const speedClasses: readonly string[] = planRulesOf(subscription).speedClasses
    if (speedClass && !speedClasses.includes(speedClass)) throw new ApiFailure('EMU0021', [speedClass, subscription])
    if (groupId && !operator.groups.has(groupId)) throw new ApiFailure('EMU0005', ['group', groupId], 400)
  }
}

/** Sets a SIM of an order to what was asked for its subscription. A group that is gone meanwhile is none. */
export function applyInitialSetting(
  operator: OperatorState,
  sim: SimState,
  setting: ResourceInitialSetting | null,
  nowMs: number,
): void {
  const { groupId, speedClass, tags } = setting?.simInitialSettings?.[sim.subscription] ?? {}
  if (speedClass) sim.speedClass = speedClass
  if (tags) sim.tags = withTags(sim.tags, Object.entries(tags))
  if (groupId && operator.groups.has(groupId)) moveToGroup(operator, sim, groupId, nowMs)
}
