import { matchesFilter, toSimFilter } from '../rules/sim-filter.ts'
import { noteIndexChange } from '../state/lagging-index.ts'
import type { SimState } from '../state/sim.ts'
import { findByImsi } from '../state/sim-table.ts'
import { noContent, ok } from './answer.ts'
import { ApiFailure } from './api-failure.ts'
import { findSim } from './find-sim.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { keysOfPage, pageOf } from './page.ts'
import { readSimFilter } from './read-sim-filter.ts'
import type { SimChangeOf } from './sim-changes.ts'
import { removeTag } from './tags.ts'

/** One of the two APIs of SIMs: where the ID is in its paths, and how it shows a SIM. */
export interface SimApi {
  readonly idParam: 'imsi' | 'sim_id'
  readonly toView: (sim: SimState) => unknown
}

/** The operation that lists SIMs, in order of IMSI; terminated ones stay in the list. */
export function listOperation({ toView, idParam }: SimApi, operationId: string): Operation {
  return {
    operationId,
    handle(context) {
      const { world, operator, query } = context
      // The list of the newer API has no filters (published document).
      const filter = idParam === 'imsi' ? readSimFilter(query) : noFilter
      // Seen in tests of a Go client against the service itself.
      const fails = operationId === 'listSims' && world.settings.limitBelowOne === 'fails'
      if (fails && Number(query.get('limit') || 1) < 1) throw new ApiFailure('COM0003', ['limit'])
      return pageOf(context, {
        ...keysOfPage(context, operator.imsis),
        toRow(imsi) {
          const sim = findByImsi(world, imsi)
          return sim && matchesFilter(sim, filter) ? toView(sim) : undefined
        },
        defaultLimit: world.settings.pageSize,
        maxLimit: world.settings.pageSize,
      })
    },
  }
}

/** The operation that shows one SIM. */
export function getOperation(api: SimApi, operationId: string): Operation {
  return { operationId, handle: (context) => ok(api.toView(simOf(api, context))) }
}

/** An operation that changes a SIM and answers it as it is then. */
export function changeOperation(api: SimApi, operationId: string, change: SimChangeOf): Operation {
  return {
    operationId,
    handle(context) {
      const sim = simOf(api, context)
      noteIndexChange(context.world, sim, context.nowMs)
      change(sim, context)
      sim.modifiedMs = context.nowMs
      return ok(api.toView(sim))
    },
  }
}

/** The operation that takes a tag off a SIM. */
export function deleteTagOperation(api: SimApi, operationId: string): Operation {
  return {
    operationId,
    handle(context) {
      const sim = simOf(api, context)
      const name = context.params.tag_name ?? ''
      noteIndexChange(context.world, sim, context.nowMs)
      sim.tags = removeTag(sim.tags, name)
      sim.modifiedMs = context.nowMs
      return noContent
    },
  }
}

const noFilter = toSimFilter(new URLSearchParams())

function simOf({ idParam }: SimApi, { world, operator, params }: OperatorContext): SimState {
  return findSim(world, operator, params[idParam] ?? '')
}
