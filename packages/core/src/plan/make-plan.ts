import type { Declaration } from '../declare/declaration.ts'
import type { FixtureSet } from '../declare/fixture-set.ts'
import type { FixtureScope } from '../declare/scope.ts'
import type { PlanProblem } from '../errors/plan-error.ts'
import { checkClaims } from './check-claims.ts'
import { orderFixtures } from './order-fixtures.ts'

/** One declaration of a plan: what it waits for and how many calls it makes. */
export interface PlanStep {
  readonly name: string
  readonly declaration: Declaration
  /** What `create` reads, by need; the stand-in for the only operator is replaced already. */
  readonly needs: { readonly [need: string]: Declaration | readonly Declaration[] | undefined }
  readonly waitsFor: readonly Declaration[]
  /** How many steps lie before it, at the longest. */
  readonly depth: number
  readonly calls: number
  /** Calls of the longest chain of steps that begins with it, its own among them. */
  readonly chainCalls: number
  /** Whether the user's set names it, or something else needs it. */
  readonly implied: boolean
  /** The scope of the longer-lived set that it is taken from; it makes no call then. */
  readonly takenFrom: FixtureScope | undefined
}

/** A set of fixtures as steps, each after what it waits for. Making one makes no call. */
export interface Plan {
  readonly steps: readonly PlanStep[]
  readonly calls: number
  /** Calls of the longest chain of steps that wait for one another. */
  readonly longestChainCalls: number
}

/** What planning depends on apart from the set. */
export interface PlanOptions {
  /** UNIX milliseconds; the time that expiries are checked against. */
  readonly nowMs?: number
  /** How long the set lives; `file` unless told. */
  readonly scope?: FixtureScope
}

/** What a set was planned to: a plan, or everything that is wrong in the whole set. */
export type Planned = { readonly plan: Plan } | { readonly problems: readonly PlanProblem[] }

/**
 * Turns a set of declarations into a plan. Pure: it touches no target.
 *
 * @param declareOperator declares the operator of a set that has none, where something belongs to it.
 */
export function makePlan(set: FixtureSet, declareOperator: () => Declaration, options: PlanOptions = {}): Planned {
  const { scope = 'file' } = options
  const { members, problems, order, depth } = orderFixtures(set, scope, declareOperator)
  const context = { nowMs: options.nowMs ?? Date.now() }
  for (const { declaration, name, takenFrom } of members.values()) {
    if (takenFrom) continue
    for (const message of declaration.resource.check(declaration.options, context)) {
      problems.push({ name, kind: declaration.kind, declaredAt: declaration.declaredAt, message })
    }
  }
  problems.push(...checkClaims(members))
  if (problems.length > 0) return { problems }
  const chains = new Map<Declaration, number>()
  // Backwards, so that the chains of what waits for a step are known before its own.
  const steps = order.toReversed().map((member): PlanStep => {
    const { declaration, name, implied, takenFrom, needs, waitsFor: before } = member
    const calls = takenFrom ? 0 : declaration.resource.calls(declaration.options)
    const chainCalls = calls + (chains.get(declaration) ?? 0)
    for (const one of before) chains.set(one, Math.max(chains.get(one) ?? 0, chainCalls))
    return {
      name,
      declaration,
      needs,
      waitsFor: before,
      depth: depth.get(declaration) ?? 0,
      calls,
      chainCalls,
      implied,
      takenFrom,
    }
  })
  steps.reverse()
  const plan = Object.freeze({
    steps: Object.freeze(steps),
    calls: steps.reduce((sum, step) => sum + step.calls, 0),
    longestChainCalls: steps.reduce((longest, { chainCalls }) => Math.max(longest, chainCalls), 0),
  })
  return { plan }
}
