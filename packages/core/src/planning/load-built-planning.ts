import { madeOnce } from '../kit/made-once.ts'
import { requireBuilt } from '../kit/require-built.ts'

/**
 * Loads what plans a set, at once, where one is planned. A file that only reads handles needs none of it, and it is half of
 * what a set can be declared with.
 */
export const loadPlanning: () => typeof import('./planning.ts') = madeOnce(
  () => requireBuilt('planning.cjs') as typeof import('./planning.ts'),
)
