import type { FixtureSet } from '../declare/fixture-set.ts'
import { FixturePlanError } from '../errors/plan-error.ts'
import type { Plan, PlanOptions } from '../plan/make-plan.ts'
import { operator } from '../resources/operator.ts'
import { loadPlanning } from './load-planning.ts'

/**
 * Turns a set of declarations into a plan. Pure: it touches no target.
 *
 * @throws {FixturePlanError} with everything that is wrong in the whole set.
 */
export function planFixtures(set: FixtureSet, options?: PlanOptions): Plan {
  const planned = loadPlanning().makePlan(set, operator, options)
  if ('problems' in planned) throw new FixturePlanError(planned.problems)
  return planned.plan
}
