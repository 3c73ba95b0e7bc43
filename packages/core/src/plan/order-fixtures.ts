import type { Declaration, Needs } from '../declare/declaration.ts'
import type { FixtureSet } from '../declare/fixture-set.ts'
import type { FixtureScope } from '../declare/scope.ts'
import type { PlanProblem } from '../errors/plan-error.ts'
import { sequence } from '../graph/sequence.ts'
import { type Collected, collectDeclarations, type Member } from './collect-declarations.ts'

/** A member of which it is known what it needs. */
export type OrderedMember = Member & { readonly needs: Needs }

/** Everything that a set needs, and an order to make it in. */
export interface OrderedFixtures extends Collected {
  /** Each after what it waits for. */
  readonly order: readonly OrderedMember[]
  /** How many members lie before each, at the longest. */
  readonly depth: ReadonlyMap<Declaration, number>
}

/** Puts the declarations of a set in order; of what they are declared with it looks at nothing but their needs. */
export function orderFixtures(
  set: FixtureSet,
  scope: FixtureScope,
  declareOperator: () => Declaration,
): OrderedFixtures {
  const { members, problems } = collectDeclarations(set, scope, declareOperator)
  const memberOf = (declaration: Declaration) => members.get(declaration) as OrderedMember
  // The stand-in for the only operator is no member, and stays where it is not clear which one that is.
  const waitsFor = (declaration: Declaration) => members.get(declaration)?.waitsFor ?? []
  const { order, depth, circle } = sequence(members.keys(), waitsFor)
  if (circle) problems.push(toCircleProblem(circle.map(memberOf)))
  return { members, problems, order: order.map(memberOf), depth }
}

function toCircleProblem(circle: readonly Member[]): PlanProblem {
  const { name, declaration } = circle[0] as Member
  const { kind, declaredAt } = declaration
  return { name, kind, declaredAt, message: `it waits for itself: ${circle.map((one) => one.name).join(' → ')}` }
}
