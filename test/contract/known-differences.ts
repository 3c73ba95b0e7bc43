import type { Difference } from './check-answer.ts'

/** A point in which the service itself differs from its documents, or in which they are silent. */
export interface KnownDifference {
  /** `*` for every operation. */
  readonly operationId: string
  /** The difference's words, or a pattern of them. */
  readonly what: string | RegExp
  readonly reason: string
  readonly source: string
}

/** Whether a difference is a known one. */
export function isKnown({ operationId, what }: Difference, known: KnownDifference): boolean {
  if (known.operationId !== '*' && known.operationId !== operationId) return false
  return typeof known.what === 'string' ? known.what === what : known.what.test(what)
}

/** The known differences. An entry that no answer meets any more is a failure too. */
export const knownDifferences: readonly KnownDifference[] = []
