import { matchesQuery, simQueryFields, subscriberQueryFields, toSimQuery } from '../rules/sim-query.ts'
import { asIndexed } from '../state/lagging-index.ts'
import type { SimState } from '../state/sim.ts'
import { keysAfter } from '../state/sorted-keys.ts'
import type { Answer } from './answer.ts'
import { invalid } from './api-failure.ts'
import { arrange } from './arrange.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { takePage } from './page.ts'
import { toSimView } from './views/sim-view.ts'
import { toSubscriberView } from './views/subscriber-view.ts'

const defaultLimit = 10
const maxLimit = 100

/** The search for SIMs; terminated ones are found too. */
export const queryOperations: readonly Operation[] = [
  { operationId: 'searchSims', handle: (context) => search(context, simQueryFields, (sim) => toSimView(sim)) },
  {
    operationId: 'searchSubscribers',
    handle: (context) => search(context, subscriberQueryFields, toSubscriberView),
  },
]

function search(context: OperatorContext, fields: readonly string[], toRow: (sim: SimState) => unknown): Answer {
  const { world, operator, query, nowMs } = context
  const wanted = toSimQuery(query, fields)
  const tooShort = wanted.terms.flatMap(({ values }) => values).find((value) => value.length < 2)
  if (tooShort !== undefined) throw invalid('query', tooShort)
  const searchType = query.get('search_type') || 'and'
  if (!/^(and|or)$/i.test(searchType)) throw invalid('search_type', searchType)
  const { rows, headers } = takePage(context, {
    keys: keysAfter(operator.imsis, query.get('last_evaluated_key') ?? undefined),
    toRow(imsi) {
      const sim = asIndexed(world, imsi, nowMs)
      if (!sim) return undefined
      return matchesQuery(sim, wanted, operator.groups.get(sim.groupId ?? '')) ? toRow(sim) : undefined
    },
    defaultLimit,
    maxLimit,
  })
  return arrange(world, 'index', rows, headers)
}
