import type { SimState } from '../state/sim.ts'
import { type Answer, ok } from './answer.ts'
import { ApiFailure } from './api-failure.ts'
import { findSim } from './find-sim.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { readLimit } from './page.ts'
import { readChoice } from './read-choice.ts'
import { readMoment } from './read-moment.ts'
import { toSubscriberView } from './views/subscriber-view.ts'

/**
 * What a device leaves behind when its SIM connects and sends. No SIM of the sandbox is in a device and no call of the
 * API puts such traces there, so the lists are empty; what is asked for is checked all the same.
 */
export const deviceTraceOperations: readonly Operation[] = [
  { operationId: 'getDataFromSim', handle: (context) => dataOf(context, context.params.sim_id) },
  { operationId: 'getDataFromSubscriber', handle: (context) => dataOf(context, context.params.imsi) },
  { operationId: 'listSimSessionEvents', handle: (context) => sessionEventsOf(context, context.params.sim_id) },
  { operationId: 'listSessionEvents', handle: (context) => sessionEventsOf(context, context.params.imsi) },
  {
    operationId: 'reportLocalInfo',
    handle(context) {
      const { world, operator, params } = context
      const sim = findSim(world, operator, params.imsi ?? '')
      if (!world.settings.localInfoSubscriptions.includes(sim.subscription)) {
        throw new ApiFailure('EMU0183', [sim.imsi])
      }
      // Triggered, and as there is no device the report never comes.
      return { status: 202, body: toSubscriberView(sim) }
    },
  },
]

function dataOf(context: OperatorContext, imsi: string | undefined): Answer {
  const { query } = context
  findTraced(context, imsi)
  readChoice(query, 'sort', ['desc', 'asc'])
  readLimit(query, 10, 1000)
  return ok([])
}

function sessionEventsOf(context: OperatorContext, imsi: string | undefined): Answer {
  findTraced(context, imsi)
  return ok([])
}

function findTraced({ world, operator, query }: OperatorContext, imsi = ''): SimState {
  const sim = findSim(world, operator, imsi)
  readMoment(query, 'from')
  readMoment(query, 'to')
  return sim
}
