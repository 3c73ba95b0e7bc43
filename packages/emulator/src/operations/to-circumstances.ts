import type { Circumstances } from '../rules/permissions/is-in-force.ts'
import type { SessionState } from '../state/world.ts'
import type { OperationContext } from './operation.ts'

/** What conditions of permissions and trust policies can ask about a call. */
export function toCircumstances(
  { world, params, nowMs }: Pick<OperationContext, 'world' | 'params' | 'nowMs'>,
  { user }: SessionState,
): Circumstances {
  const { callerIpAddress, conditionZoneOffsetMinutes, unknownConditions } = world.settings
  return {
    params,
    nowMs,
    samUserName: user?.userName,
    ipAddress: callerIpAddress,
    zoneOffsetMinutes: conditionZoneOffsetMinutes,
    unknownConditions,
  }
}
