import { type CallFacts, isMet, unknownTerms } from './is-met.ts'
import { parseCondition } from './parse-condition.ts'

/** What becomes of a condition with a word that the emulator does not know: refused when it is set, met, or not met. */
export type UnknownConditions = 'refused' | 'met' | 'unmet'

/** A call, and what conditions that cannot be answered are taken for. */
export interface Circumstances extends CallFacts {
  readonly unknownConditions: UnknownConditions
}

/** Whether a statement counts for a call: it has no condition, or its condition is met. */
export function isInForce({ condition }: { readonly condition?: string }, circumstances: Circumstances): boolean {
  if (condition === undefined) return true
  const read = parseCondition(condition)
  if (unknownTerms(read).length > 0) return circumstances.unknownConditions === 'met'
  return isMet(read, circumstances)
}
