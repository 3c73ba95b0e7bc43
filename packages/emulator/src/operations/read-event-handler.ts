import type { EventActionConfig } from '@soracom-fixtures/api'
import { eventHandlerRequestSchema } from '@soracom-fixtures/api/schemas'
import { eventHandlerProblem, mayLockImei } from '../rules/event-handler-problem.ts'
import { type EventTarget, eventTargetKeys, eventTargetsOf } from '../rules/event-target.ts'
import type { EventHandlerState } from '../state/account.ts'
import { findByImsi } from '../state/sim-table.ts'
import { ApiFailure, invalid } from './api-failure.ts'
import type { OperatorContext } from './operation.ts'
import { readBody } from './read-body.ts'

/** Reads what an event handler is to be; `replaced` is the one that becomes it. */
export function readEventHandler(
  context: OperatorContext,
  replaced?: EventHandlerState,
): Pick<EventHandlerState, 'target' | 'config'> {
  const request = readBody(eventHandlerRequestSchema, context.body)
  const { name, description = null, status, ruleConfig, actionConfigList } = request
  const problem = eventHandlerProblem(request)
  if (problem) {
    const complaint = problem.what === 'missing' ? 'may not be empty' : 'invalid value'
    throw new ApiFailure('COM0008', [`${complaint}:${problem.where}`])
  }
  if (actionConfigList.length > actionsOfHandler) throw new ApiFailure('EMU0144', [actionsOfHandler, 'actions'])
  if (actionConfigList.some(({ type }) => type === 'ImeiLockAction') && !mayLockImei(request)) {
    throw new ApiFailure('EMU0147')
  }
  const [target, ...others] = eventTargetsOf(request)
  if (!target || others.length > 0) throw new ApiFailure('EMU0146', [target ? others.length + 1 : 0])
  checkTarget(context, target, replaced)
  return {
    target,
    config: { name, description, status, ruleConfig, actionConfigList: actionConfigList.map(withoutSecret) },
  }
}

// Most actions of a handler and handlers of a target, by the guide of event handlers at users.soracom.io.
const actionsOfHandler = 5
const handlersOfTarget = 10

// The target must be the operator's own; a SIM's ID is its IMSI here.
function checkTarget(
  { world, operator }: OperatorContext,
  { kind, id }: EventTarget,
  replaced: EventHandlerState | undefined,
): void {
  const { operatorId, groups, account } = operator
  const isOwn = {
    operator: () => id === operatorId,
    group: () => groups.has(id),
    imsi: () => findByImsi(world, id)?.operatorId === operatorId,
    sim: () => findByImsi(world, id)?.operatorId === operatorId,
  }[kind]
  if (!isOwn()) throw invalid(eventTargetKeys[kind], id)
  let handlers = 0
  for (const other of account.eventHandlers.values()) {
    if (other !== replaced && other.target.kind === kind && other.target.id === id) handlers += 1
  }
  if (handlers >= handlersOfTarget) throw new ApiFailure('EMU0144', [handlersOfTarget, 'event handlers of one target'])
}

// The deprecated key of AWS is a secret, and nothing here uses it.
function withoutSecret(action: EventActionConfig): EventActionConfig {
  if (!action.properties.secretAccessKey) return action
  return { ...action, properties: { ...action.properties, secretAccessKey: '********' } }
}
