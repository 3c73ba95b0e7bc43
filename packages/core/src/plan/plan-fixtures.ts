import type { Declaration } from '../declare/declaration.ts'
import type { FixtureSet } from '../declare/fixture-set.ts'
import { FixturePlanError, type PlanProblem } from '../errors/plan-error.ts'
import { sequence } from '../graph/sequence.ts'
import { checkClaims } from './check-claims.ts'
import { collectDeclarations } from './collect-declarations.ts'

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
  /** Whether the user's set names it, or something else needs it. */
  readonly implied: boolean
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
}

/**
 * Turns a set of declarations into a plan. Pure: it touches no target.
 *
 * @throws {FixturePlanError} with everything that is wrong in the whole set.
 */
export function planFixtures(set: FixtureSet, options: PlanOptions = {}): Plan {
  const { named, needsOf, problems } = collectDeclarations(set)
  const waitsFor = (declaration: Declaration) => [...allNeeds(needsOf.get(declaration) ?? {})]
  const { order, depth, circle } = sequence(named.keys(), waitsFor)
  if (circle) problems.push(toCircleProblem(circle, named))
  const context = { nowMs: options.nowMs ?? Date.now() }
  for (const [declaration, { name }] of named) {
    for (const message of declaration.resource.check(declaration.options, context)) {
      problems.push({ name, kind: declaration.kind, declaredAt: declaration.declaredAt, message })
    }
  }
  problems.push(...checkClaims(named, needsOf))
  if (problems.length > 0) throw new FixturePlanError(problems)
  const chain = new Map<Declaration, number>()
  const steps = order.map((declaration): PlanStep => {
    const { name, implied } = named.get(declaration) ?? { name: declaration.kind, implied: true }
    const calls = declaration.resource.calls(declaration.options)
    const before = waitsFor(declaration)
    chain.set(declaration, calls + Math.max(0, ...before.map((one) => chain.get(one) ?? 0)))
    const needs = needsOf.get(declaration) ?? {}
    return { name, declaration, needs, waitsFor: before, depth: depth.get(declaration) ?? 0, calls, implied }
  })
  return Object.freeze({
    steps: Object.freeze(steps),
    calls: steps.reduce((sum, step) => sum + step.calls, 0),
    longestChainCalls: [...chain.values()].reduce((longest, calls) => Math.max(longest, calls), 0),
  })
}

function* allNeeds(needs: PlanStep['needs']): Iterable<Declaration> {
  for (const need of Object.values(needs)) {
    if (need === undefined) continue
    if (Array.isArray(need)) yield* need as readonly Declaration[]
    else yield need as Declaration
  }
}

function toCircleProblem(
  circle: readonly Declaration[],
  named: ReadonlyMap<Declaration, { readonly name: string }>,
): PlanProblem {
  const names = circle.map((declaration) => named.get(declaration)?.name ?? declaration.kind)
  const first = circle[0] as Declaration
  return {
    name: names[0] ?? first.kind,
    kind: first.kind,
    declaredAt: first.declaredAt,
    message: `it waits for itself: ${names.join(' → ')}`,
  }
}
