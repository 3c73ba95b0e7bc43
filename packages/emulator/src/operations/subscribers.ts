import { toSubscribersCsv } from '../rules/subscribers-csv.ts'
import { csvLabelsOf } from '../state/csv-labels-of.ts'
import { findByImsi, findByMsisdn } from '../state/sim-table.ts'
import { keysAfter } from '../state/sorted-keys.ts'
import { ok } from './answer.ts'
import { answerExport } from './answer-export.ts'
import { notFound } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { registerWithSecret } from './register-with-secret.ts'
import { simChanges } from './sim-changes.ts'
import { changeOperation, deleteTagOperation, getOperation, listOperation, type SimApi } from './sim-operations.ts'
import { toSubscriberView } from './views/subscriber-view.ts'

const api: SimApi = { idParam: 'imsi', toView: toSubscriberView }

/** SIMs by their IMSI. */
export const subscriberOperations: readonly Operation[] = [
  listOperation(api, 'listSubscribers'),
  getOperation(api, 'getSubscriber'),
  {
    operationId: 'getSubscriberByMsisdn',
    handle({ world, operator, params }) {
      const msisdn = params.msisdn ?? ''
      const sim = findByMsisdn(world, msisdn)
      // The message tells no more than was asked: the IMSI of another's SIM is the other's.
      if (sim?.operatorId !== operator.operatorId) throw notFound('subscriber', msisdn)
      return ok(toSubscriberView(sim))
    },
  },
  {
    operationId: 'registerSubscriber',
    handle(context) {
      const sim = registerWithSecret(context, context.params.imsi ?? '')
      return { status: context.world.settings.registerStatus, body: toSubscriberView(sim) }
    },
  },
  {
    operationId: 'exportSubscribers',
    handle(context) {
      const { world, operator } = context
      const imsis = [...keysAfter(operator.imsis)]
      const sims = imsis.flatMap((imsi) => findByImsi(world, imsi) ?? [])
      return answerExport(context, 'subscribers', toSubscribersCsv(sims, csvLabelsOf(world, operator, imsis)))
    },
  },
  changeOperation(api, 'activateSubscriber', simChanges.activate),
  changeOperation(api, 'deactivateSubscriber', simChanges.deactivate),
  changeOperation(api, 'setSubscriberToStandby', simChanges.setToStandby),
  changeOperation(api, 'suspendSubscriber', simChanges.suspend),
  changeOperation(api, 'terminateSubscriber', simChanges.terminate),
  changeOperation(api, 'enableTermination', simChanges.enableTermination),
  changeOperation(api, 'disableTermination', simChanges.disableTermination),
  changeOperation(api, 'setExpiryTime', simChanges.setExpiryTime),
  changeOperation(api, 'unsetExpiryTime', simChanges.unsetExpiryTime),
  changeOperation(api, 'setGroup', simChanges.setGroup),
  changeOperation(api, 'unsetGroup', simChanges.unsetGroup),
  changeOperation(api, 'putSubscriberTags', simChanges.putTags),
  deleteTagOperation(api, 'deleteSubscriberTag'),
  changeOperation(api, 'putBundles', simChanges.putBundles),
  changeOperation(api, 'updateSpeedClass', simChanges.updateSpeedClass),
  changeOperation(api, 'setImeiLock', simChanges.setImeiLock),
  changeOperation(api, 'unsetImeiLock', simChanges.unsetImeiLock),
  changeOperation(api, 'deleteSubscriberSession', simChanges.deleteSession),
]
