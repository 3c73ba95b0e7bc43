import type { FixtureScope } from '../../declare/scope.ts'
import { toLocationText } from '../../declare/source-location.ts'
import { type History, toExpectedMs } from '../history.ts'
import type { Plan } from '../make-plan.ts'

/** A plan as plain data: steps in the order in which they may start, by name. */
export interface PlanJson {
  readonly fixtures: number
  readonly calls: number
  readonly longestChainCalls: number
  /** Milliseconds that it may take by earlier runs; left out where nothing is known. */
  readonly expectedMs?: number
  readonly steps: readonly {
    readonly name: string
    readonly kind: string
    readonly waitsFor: readonly string[]
    readonly calls: number
    readonly depth: number
    /** Whether the set does not name it and something else needs it. */
    readonly implied: boolean
    /** The scope of the longer-lived set that it is taken from. */
    readonly takenFrom?: FixtureScope
    readonly declaredAt: string
  }[]
}

/** A plan as plain data, without the options: they may hold a password. */
export function toPlanJson(plan: Plan, history: History = {}): PlanJson {
  const expectedMs = toExpectedMs(plan, history)
  const names = new Map(plan.steps.map(({ declaration, name }) => [declaration, name]))
  return {
    fixtures: plan.steps.length,
    calls: plan.calls,
    longestChainCalls: plan.longestChainCalls,
    ...(expectedMs === undefined ? {} : { expectedMs }),
    steps: plan.steps.map(({ name, declaration, waitsFor, calls, depth, implied, takenFrom }) => ({
      name,
      kind: declaration.kind,
      waitsFor: waitsFor.map((one) => names.get(one) ?? one.kind),
      calls,
      depth,
      implied,
      ...(takenFrom ? { takenFrom } : {}),
      declaredAt: toLocationText(declaration.declaredAt),
    })),
  }
}
