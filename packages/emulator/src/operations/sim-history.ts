import type { SimStatusHistoryEntry } from '@soracom-fixtures/api'
import type { SimChange, SimState } from '../state/sim.ts'
import { invalid } from './api-failure.ts'
import { findSim } from './find-sim.ts'
import type { Operation } from './operation.ts'
import { pageOf } from './page.ts'
import { readInteger, readWord } from './read-query.ts'

/** What a SIM was set to and when, from its registration with its present operator on. */
export const simHistoryOperations: readonly Operation[] = [
  {
    operationId: 'listSimStatusHistory',
    handle(context) {
      const { world, operator, params, query, nowMs } = context
      const sim = findSim(world, operator, params.sim_id ?? '')
      const fromMs = readInteger(query, 'from') ?? 0
      const toMs = readInteger(query, 'to') ?? nowMs
      const isAscending = readWord(query, 'sort', ['desc', 'asc']) === 'asc'
      return pageOf(context, {
        keys: indices(sim.history.length, isAscending, readKey(query)),
        toRow(index) {
          const change = sim.history[Number(index)]
          return change && change.timeMs >= fromMs && change.timeMs <= toMs ? toView(sim, change) : undefined
        },
        defaultLimit: 30,
        maxLimit: 100,
      })
    },
  },
]

// The number of an entry, counted from the oldest: entries are added and none is taken away.
function readKey(query: URLSearchParams): number | undefined {
  const text = query.get('last_evaluated_key')
  if (text === null || text === '') return undefined
  if (!/^\d{1,9}$/.test(text)) throw invalid('last_evaluated_key', text)
  return Number(text)
}

function* indices(length: number, isAscending: boolean, after: number | undefined): Generator<string> {
  if (isAscending) for (let index = after === undefined ? 0 : after + 1; index < length; index += 1) yield `${index}`
  else for (let index = Math.min(after ?? length, length) - 1; index >= 0; index -= 1) yield `${index}`
}

function toView(sim: SimState, { timeMs, status, speedClass, groupId, bundles }: SimChange): SimStatusHistoryEntry {
  const { imsi, subscription } = sim
  return {
    simId: imsi,
    imsi,
    primaryImsi: imsi,
    isPrimary: true,
    subscription,
    bundles: [...bundles],
    status,
    speedClass,
    groupId,
    applyDateTimeEpochSec: Math.floor(timeMs / 1000),
  }
}
