import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { builtFile } from '../kit/built-file.ts'
import { madeOnce } from '../kit/made-once.ts'

/**
 * Loads what plans a set, at once, where one is planned. A file that only reads handles needs none of it, and it is half of
 * what a set can be declared with.
 */
export const loadPlanning: () => typeof import('./planning.ts') = madeOnce(() =>
  createRequire(import.meta.url)(fileURLToPath(builtFile('planning.cjs'))),
)
