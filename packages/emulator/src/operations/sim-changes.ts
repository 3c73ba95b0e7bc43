import type { SubscriberStatus } from '@soracom-fixtures/api'
import {
  expiryTimeRequestSchema,
  setGroupRequestSchema,
  updateSpeedClassRequestSchema,
} from '@soracom-fixtures/api/schemas'
import * as v from 'valibot'
import { changeStatus, recordChange } from '../rules/change-status.ts'
import { mayChangeStatus } from '../rules/may-change-status.ts'
import { planRulesOf } from '../rules/plan-rules.ts'
import { moveToGroup } from '../state/register-sim.ts'
import type { SimState } from '../state/sim.ts'
import { enqueue } from '../state/time-queue.ts'
import { ApiFailure, invalid } from './api-failure.ts'
import { findGroup } from './find-group.ts'
import type { OperatorContext } from './operation.ts'
import { readBody } from './read-body.ts'
import { putTags } from './tags.ts'

/** A change of a SIM, as a request tells it. */
export type SimChangeOf = (sim: SimState, context: OperatorContext) => void

/** What can be changed of a SIM, the same through both APIs. */
export const simChanges = {
  activate: toStatus('active'),
  deactivate: toStatus('inactive'),
  setToStandby: toStatus('standby'),
  suspend: toStatus('suspended'),
  terminate: toStatus('terminated'),
  enableTermination(sim) {
    sim.terminationEnabled = true
  },
  disableTermination(sim) {
    sim.terminationEnabled = false
  },
  setExpiryTime(sim, { world, body }) {
    const request = readBody(expiryTimeRequestSchema, body)
    const expiryMs = Number(request.expiryTime)
    if (!Number.isSafeInteger(expiryMs) || expiryMs < 0) throw invalid('expiryTime', request.expiryTime)
    const needsPermission = request.expiryAction === 'terminate' && world.settings.expiryTerminateNeedsPermission
    if (needsPermission && !sim.terminationEnabled) throw new ApiFailure('EMU0008', [sim.imsi])
    sim.expiryMs = expiryMs
    sim.expiryAction = request.expiryAction ?? world.settings.defaultExpiryAction
    enqueue(world.expiries, expiryMs, sim.imsi)
  },
  unsetExpiryTime(sim) {
    sim.expiryMs = null
    sim.expiryAction = null
  },
  setGroup(sim, { operator, body, nowMs }) {
    const { groupId } = readBody(setGroupRequestSchema, body)
    moveToGroup(operator, sim, findGroup(operator, groupId ?? '').groupId, nowMs)
  },
  unsetGroup: (sim, { operator, nowMs }) => moveToGroup(operator, sim, null, nowMs),
  putTags(sim, { body }) {
    sim.tags = putTags(sim.tags, body)
  },
  putBundles(sim, { body, nowMs }) {
    const bundles = readBody(v.array(v.string()), body)
    const { bundles: allowed } = planRulesOf(sim.subscription)
    for (const bundle of bundles) {
      if (!allowed.includes(bundle)) throw new ApiFailure('EMU0020', [bundle, sim.subscription])
    }
    sim.bundles = bundles
    recordChange(sim, nowMs)
  },
  updateSpeedClass(sim, { body, nowMs }) {
    const { speedClass } = readBody(updateSpeedClassRequestSchema, body)
    const { speedClasses } = planRulesOf(sim.subscription)
    if (!(speedClasses as readonly string[]).includes(speedClass)) {
      throw new ApiFailure('EMU0021', [speedClass, sim.subscription])
    }
    sim.speedClass = speedClass
    recordChange(sim, nowMs)
  },
  setImeiLock(sim, { body }) {
    const { imei } = readBody(v.object({ imei: v.exactOptional(v.string()) }), body)
    // Without an IMEI it is that of the device in use, and no SIM of the sandbox is in one. Sixteen digits were accepted;
    // the word after the bar lets a device in that does not tell its own (published document).
    if (imei === undefined || !/^\d{14,16}(\|ANONYMOUS)?$/.test(imei)) throw invalid('imei', imei ?? '')
    sim.imeiLock = { imei }
  },
  unsetImeiLock(sim) {
    sim.imeiLock = null
  },
  deleteSession({ imsi }) {
    throw new ApiFailure('SEM0016', [imsi])
  },
} as const satisfies Record<string, SimChangeOf>

// A change to a status, or why that cannot be.
function toStatus(to: SubscriberStatus): SimChangeOf {
  return (sim, { world, nowMs }) => {
    const { status, subscription, terminationEnabled, imsi } = sim
    const { repeatedStateIsAccepted, moreUnsupportedStatuses } = world.settings
    if (!mayChangeStatus(subscription, status, to, repeatedStateIsAccepted, moreUnsupportedStatuses)) {
      throw new ApiFailure('EMU0007', [status, to, subscription])
    }
    if (to === 'terminated' && status !== 'terminated' && !terminationEnabled) throw new ApiFailure('EMU0008', [imsi])
    changeStatus(sim, to, nowMs)
  }
}
