import type { SimState } from '../state/sim.ts'
import { type Answer, ok } from './answer.ts'
import { ApiFailure } from './api-failure.ts'
import { dataEntriesPage } from './data-entries-page.ts'
import { findSim } from './find-sim.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { readInteger } from './read-query.ts'
import { toSubscriberView } from './views/subscriber-view.ts'

/**
 * What a device leaves behind when its SIM connects and sends. No SIM of the sandbox is in a device and no call of the
 * API puts such traces there: no session begins, and data is there only where it was put in beside the API.
 */
export const deviceTraceOperations: readonly Operation[] = [
  { operationId: 'getDataFromSim', handle: (context) => dataOf(context, 'Sim', context.params.sim_id) },
  { operationId: 'getDataFromSubscriber', handle: (context) => dataOf(context, 'Subscriber', context.params.imsi) },
  { operationId: 'listSimSessionEvents', handle: (context) => sessionEventsOf(context, context.params.sim_id) },
  { operationId: 'listSessionEvents', handle: (context) => sessionEventsOf(context, context.params.imsi) },
  {
    operationId: 'reportLocalInfo',
    handle(context) {
      const sim = ownSim(context, context.params.imsi)
      if (!context.world.settings.localInfoSubscriptions.includes(sim.subscription)) {
        throw new ApiFailure('EMU0183', [sim.imsi])
      }
      // Triggered, and as there is no device the report never comes.
      return { status: 202, body: toSubscriberView(sim) }
    },
  },
]

function dataOf(context: OperatorContext, resourceType: 'Sim' | 'Subscriber', id: string | undefined): Answer {
  const { imsi: resourceId } = ownSim(context, id)
  return dataEntriesPage(context, { resourceType, resourceId })
}

function sessionEventsOf(context: OperatorContext, imsi: string | undefined): Answer {
  ownSim(context, imsi)
  readInteger(context.query, 'from')
  readInteger(context.query, 'to')
  return ok([])
}

function ownSim({ world, operator }: OperatorContext, imsi = ''): SimState {
  return findSim(world, operator, imsi)
}
