import { eventTargets } from '../rules/event-target.ts'
import type { EventHandlerState } from '../state/account.ts'
import type { OperatorState } from '../state/operator.ts'
import { findByImsi } from '../state/sim-table.ts'
import { created, noContent, ok } from './answer.ts'
import { invalid, notFound, unlistedNotFound } from './api-failure.ts'
import { findSim } from './find-sim.ts'
import type { Operation } from './operation.ts'
import { readEventHandler } from './read-event-handler.ts'
import { readWord } from './read-query.ts'
import { toEventHandlerView } from './views/event-handler-view.ts'

/** Event handlers: made, changed and ignored. In the sandbox they never fire (guide of the sandbox). */
export const eventHandlerOperations: readonly Operation[] = [
  {
    operationId: 'listEventHandlers',
    handle({ operator, query }) {
      const target = readWord(query, 'target', eventTargets)
      const handlers = [...operator.account.eventHandlers.values()]
      return ok(handlers.filter((state) => !target || state.target.kind === target).map(toEventHandlerView))
    },
  },
  {
    operationId: 'createEventHandler',
    handle(context) {
      const { world, operator } = context
      const request = readEventHandler(context)
      const state: EventHandlerState = { ...request, handlerId: world.ids.uuid(), ignoredImsis: new Set() }
      operator.account.eventHandlers.set(state.handlerId, state)
      return created(toEventHandlerView(state))
    },
  },
  {
    operationId: 'getEventHandler',
    handle: ({ operator, params }) => ok(toEventHandlerView(find(operator, params.handler_id))),
  },
  {
    operationId: 'updateEventHandler',
    handle(context) {
      const { handler_id: handlerId = '' } = context.params
      const state = context.operator.account.eventHandlers.get(handlerId)
      // 400 here, and 404 in the other calls; without a body (published document).
      if (!state) throw invalid('handler_id', handlerId)
      Object.assign(state, readEventHandler(context, state))
      return ok()
    },
  },
  {
    operationId: 'deleteEventHandler',
    handle({ operator, params }) {
      operator.account.eventHandlers.delete(find(operator, params.handler_id).handlerId)
      return noContent
    },
  },
  {
    operationId: 'listEventHandlersBySubscriber',
    handle({ world, operator, params: { imsi = '' } }) {
      const { groupId } = findSim(world, operator, imsi)
      const { ignoredHandlersListed } = world.settings
      const idOf = { operator: operator.operatorId, group: groupId, imsi, sim: imsi }
      const isOfSim = ({ target, ignoredImsis }: EventHandlerState) =>
        target.id === idOf[target.kind] && (ignoredHandlersListed || !ignoredImsis.has(imsi))
      return ok([...operator.account.eventHandlers.values()].filter(isOfSim).map(toEventHandlerView))
    },
  },
  {
    operationId: 'setIgnoreEventHandler',
    handle({ world, operator, params: { handler_id: handlerId = '', imsi = '' } }) {
      const state = operator.account.eventHandlers.get(handlerId)
      if (!state) throw unlistedNotFound(world, 'event handler', handlerId)
      if (findByImsi(world, imsi)?.operatorId !== operator.operatorId) throw unlistedNotFound(world, 'subscriber', imsi)
      state.ignoredImsis.add(imsi)
      return ok()
    },
  },
  {
    operationId: 'deleteIgnoreEventHandler',
    handle({ operator, params: { handler_id: handlerId, imsi = '' } }) {
      if (!find(operator, handlerId).ignoredImsis.delete(imsi)) throw notFound('ignored event handler', imsi)
      return noContent
    },
  },
]

function find(operator: OperatorState, handlerId = ''): EventHandlerState {
  const state = operator.account.eventHandlers.get(handlerId)
  if (!state) throw notFound('event handler', handlerId)
  return state
}
