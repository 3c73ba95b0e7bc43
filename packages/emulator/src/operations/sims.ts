import { registerSubscriberRequestSchema } from '@soracom-fixtures/api/schemas'
import { matchesFilter, toSimFilter } from '../rules/sim-filter.ts'
import { keysAfter } from '../state/sorted-keys.ts'
import { created, ok } from './answer.ts'
import { findSim } from './find-sim.ts'
import type { Operation } from './operation.ts'
import { pageOf } from './page.ts'
import { readBody } from './read-body.ts'
import { register } from './subscribers.ts'
import { toSimView } from './views/sim-view.ts'

/** The same SIMs as the newer API shows them; in the sandbox a SIM ID is the IMSI. */
export const simOperations: readonly Operation[] = [
  {
    operationId: 'listSims',
    handle(context) {
      const { world, operator, query } = context
      const filter = toSimFilter(query)
      return pageOf(context, {
        keys: keysAfter(operator.imsis, query.get('last_evaluated_key') ?? undefined),
        toRow(imsi) {
          const sim = world.sims.get(imsi)
          return sim && matchesFilter(sim, filter) ? toSimView(sim) : undefined
        },
        defaultLimit: world.settings.pageSize,
        maxLimit: world.settings.pageSize,
      })
    },
  },
  {
    operationId: 'getSim',
    handle: ({ world, operator, params }) => ok(toSimView(findSim(world, operator, params.sim_id ?? ''))),
  },
  {
    operationId: 'registerSim',
    handle({ world, operator, params, body, nowMs }) {
      const { registrationSecret } = readBody(registerSubscriberRequestSchema, body)
      return created(toSimView(register(world, operator, params.sim_id ?? '', registrationSecret, nowMs)))
    },
  },
]
