import type { EventHandlerRecord } from '@soracom-fixtures/api'
import { eventTargetKeys } from '../../rules/event-target.ts'
import type { EventHandlerState } from '../../state/account.ts'

/** An event handler as the API shows it. The targets that it has not are null (guide of event handlers by API). */
export function toEventHandlerView({ handlerId, target, config }: EventHandlerState): EventHandlerRecord {
  return {
    handlerId,
    targetOperatorId: null,
    targetGroupId: null,
    targetImsi: null,
    targetSimId: null,
    [eventTargetKeys[target.kind]]: target.id,
    ...config,
  }
}
