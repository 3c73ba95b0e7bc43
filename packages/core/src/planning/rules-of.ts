import type { CheckContext } from '../declare/declaration.ts'
import { loadPlanning } from './load-planning.ts'
import type { Rules } from './rules.ts'

/** What a resource is defined with to plan it, which is loaded where something is planned. */
export function rulesOf<Options>(
  pick: (planning: ReturnType<typeof loadPlanning>) => Rules<Options>,
): Required<Rules<Options>> {
  const rules = () => pick(loadPlanning())
  return {
    calls: (options) => rules().calls?.(options) ?? 1,
    check: (options, context: CheckContext) => rules().check(options, context),
    claims: (options) => rules().claims?.(options) ?? [],
  }
}
