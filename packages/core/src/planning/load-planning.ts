import * as planning from './planning.ts'

/**
 * Gives what plans a set. Among the sources it is imported; the built package has load-built-planning.ts in the place of this
 * file (tsdown.config.mjs).
 */
export function loadPlanning(): typeof planning {
  return planning
}
