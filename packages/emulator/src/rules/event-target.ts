import type { EventHandlerRequest } from '@soracom-fixtures/api'

/** What an event handler watches. */
export interface EventTarget {
  readonly kind: EventTargetKind
  readonly id: string
}

/** Kinds of targets, as the list of event handlers is asked for them. */
export const eventTargets = ['operator', 'imsi', 'sim', 'group'] as const
export type EventTargetKind = (typeof eventTargets)[number]

/** The field of a target in requests and answers. */
export const eventTargetKeys = {
  operator: 'targetOperatorId',
  imsi: 'targetImsi',
  sim: 'targetSimId',
  group: 'targetGroupId',
} as const satisfies Record<EventTargetKind, keyof EventHandlerRequest>

/** The targets that a request names. There must be one; answers that are sent back have the others as null. */
export function eventTargetsOf(request: EventHandlerRequest): readonly EventTarget[] {
  return eventTargets.flatMap((kind) => {
    const id = request[eventTargetKeys[kind]]
    return id ? [{ kind, id }] : []
  })
}
