import { type ExpiryAction, type PlanRules, plans, type SubscriberStatus } from '@soracom-fixtures/api'
import {
  expiryTimeRequestSchema,
  registerSubscriberRequestSchema,
  setGroupRequestSchema,
  updateSpeedClassRequestSchema,
} from '@soracom-fixtures/api/schemas'
import * as v from 'valibot'
import { changeStatus, recordChange } from '../rules/change-status.ts'
import { matchesFilter, toSimFilter } from '../rules/sim-filter.ts'
import { mayChangeStatus } from '../rules/may-change-status.ts'
import { moveToGroup, registerSim } from '../state/register-sim.ts'
import type { SimState } from '../state/sim.ts'
import { keysAfter } from '../state/sorted-keys.ts'
import { enqueue } from '../state/time-queue.ts'
import { noContent, ok } from './answer.ts'
import { ApiFailure, invalid, notFound } from './api-failure.ts'
import { findSim } from './find-sim.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { pageOf } from './page.ts'
import { readBody } from './read-body.ts'
import { putTags } from './tags.ts'
import { toSubscriberView } from './views/subscriber-view.ts'

/** SIMs by their IMSI. Each change answers the SIM as it is then. */
export const subscriberOperations: readonly Operation[] = [
  {
    operationId: 'listSubscribers',
    handle(context) {
      const { world, operator, query } = context
      const filter = toSimFilter(query)
      return pageOf(context, {
        keys: keysAfter(operator.imsis, query.get('last_evaluated_key') ?? undefined),
        toRow(imsi) {
          const sim = world.sims.get(imsi)
          return sim && matchesFilter(sim, filter) ? toSubscriberView(sim) : undefined
        },
        defaultLimit: world.settings.pageSize,
        maxLimit: world.settings.pageSize,
      })
    },
  },
  { operationId: 'getSubscriber', handle: (context) => ok(toSubscriberView(simOf(context))) },
  {
    operationId: 'getSubscriberByMsisdn',
    handle({ world, operator, params }) {
      const msisdn = params.msisdn ?? ''
      return ok(toSubscriberView(findSim(world, operator, world.imsisByMsisdn.get(msisdn) ?? msisdn)))
    },
  },
  {
    operationId: 'registerSubscriber',
    handle({ world, operator, params, body, nowMs }) {
      const request = readBody(registerSubscriberRequestSchema, body)
      const sim = register(world, operator, params.imsi ?? '', request.registrationSecret, nowMs)
      for (const [name, value] of Object.entries(request.tags ?? {})) sim.tags.set(name, value)
      // The Go client sends an empty text for no group.
      if (request.groupId) {
        if (!operator.groups.has(request.groupId)) throw notFound('group', request.groupId)
        moveToGroup(operator, sim, request.groupId, nowMs)
      }
      return { status: world.settings.registerStatus, body: toSubscriberView(sim) }
    },
  },
  statusOperation('activateSubscriber', 'active'),
  statusOperation('deactivateSubscriber', 'inactive'),
  statusOperation('setSubscriberToStandby', 'standby'),
  statusOperation('suspendSubscriber', 'suspended'),
  statusOperation('terminateSubscriber', 'terminated'),
  change('enableTermination', (sim) => {
    sim.terminationEnabled = true
  }),
  change('disableTermination', (sim) => {
    sim.terminationEnabled = false
  }),
  change('setExpiryTime', (sim, { world, body }) => {
    const request = readBody(expiryTimeRequestSchema, body)
    const expiryMs = Number(request.expiryTime)
    if (!Number.isSafeInteger(expiryMs) || expiryMs < 0) throw invalid('expiryTime', request.expiryTime)
    sim.expiryMs = expiryMs
    sim.expiryAction = (request.expiryAction ?? world.settings.defaultExpiryAction) as ExpiryAction | null
    enqueue(world.expiries, expiryMs, sim.imsi)
  }),
  change('unsetExpiryTime', (sim) => {
    sim.expiryMs = null
    sim.expiryAction = null
  }),
  change('setGroup', (sim, { operator, body, nowMs }) => {
    const { groupId } = readBody(setGroupRequestSchema, body)
    if (!groupId || !operator.groups.has(groupId)) throw notFound('group', groupId ?? '')
    moveToGroup(operator, sim, groupId, nowMs)
  }),
  change('unsetGroup', (sim, { operator, nowMs }) => moveToGroup(operator, sim, null, nowMs)),
  change('putSubscriberTags', (sim, { body }) => putTags(sim.tags, body)),
  {
    operationId: 'deleteSubscriberTag',
    handle(context) {
      const sim = simOf(context)
      const name = context.params.tag_name ?? ''
      if (!sim.tags.delete(name)) throw notFound('tag', name)
      sim.modifiedMs = context.nowMs
      return noContent
    },
  },
  change('putBundles', (sim, { body, nowMs }) => {
    const bundles = readBody(v.array(v.string()), body)
    const { bundles: allowed }: PlanRules = plans[sim.subscription]
    for (const bundle of bundles) {
      if (!allowed.includes(bundle)) throw new ApiFailure('EMU0020', [bundle, sim.subscription])
    }
    sim.bundles = bundles
    recordChange(sim, nowMs)
  }),
  change('updateSpeedClass', (sim, { body, nowMs }) => {
    const { speedClass } = readBody(updateSpeedClassRequestSchema, body)
    const { speedClasses }: PlanRules = plans[sim.subscription]
    if (!(speedClasses as readonly string[]).includes(speedClass)) {
      throw new ApiFailure('EMU0021', [speedClass, sim.subscription])
    }
    sim.speedClass = speedClass
    recordChange(sim, nowMs)
  }),
]

/** Makes a SIM the operator's, by the secret that came with it. */
export function register(
  world: OperatorContext['world'],
  operator: OperatorContext['operator'],
  imsi: string,
  registrationSecret: string,
  nowMs: number,
): SimState {
  const sim = world.sims.get(imsi)
  if (!sim) throw notFound('subscriber', imsi)
  if (sim.operatorId !== undefined) throw new ApiFailure('EMU0010', [imsi])
  if (sim.registrationSecret !== registrationSecret) throw new ApiFailure('EMU0009', [imsi])
  registerSim(operator, sim, nowMs)
  return sim
}

/** Brings a SIM to a status, or says why that cannot be. */
export function bringToStatus(sim: SimState, to: SubscriberStatus, { world, nowMs }: OperatorContext): void {
  const { status, subscription, terminationEnabled, imsi } = sim
  if (!mayChangeStatus(subscription, status, to, world.settings.repeatedStateIsAccepted)) {
    throw new ApiFailure('EMU0007', [status, to, subscription])
  }
  if (to === 'terminated' && status !== 'terminated' && !terminationEnabled) throw new ApiFailure('EMU0008', [imsi])
  changeStatus(sim, to, nowMs)
}

function simOf({ world, operator, params }: OperatorContext): SimState {
  return findSim(world, operator, params.imsi ?? '')
}

// An operation that changes a SIM and answers it.
function change(operationId: string, apply: (sim: SimState, context: OperatorContext) => void): Operation {
  return {
    operationId,
    handle(context) {
      const sim = simOf(context)
      apply(sim, context)
      sim.modifiedMs = context.nowMs
      return ok(toSubscriberView(sim))
    },
  }
}

function statusOperation(operationId: string, status: SubscriberStatus): Operation {
  return change(operationId, (sim, context) => bringToStatus(sim, status, context))
}
