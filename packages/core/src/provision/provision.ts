import type { Declaration } from '../declare/declaration.ts'
import type { StepReport } from '../errors/setup-error.ts'
import type { Plan, PlanStep } from '../plan/make-plan.ts'
import { createStepRunner, type Progress, type StepContext } from './run-step.ts'

/** What provisioning works with. */
export interface ProvisionContext extends StepContext {
  /** Handles that an enclosing scope has already: neither these nor what only these need is created. */
  readonly given: ReadonlyMap<Declaration, unknown>
}

/** A set on its way. */
export interface Provisioning {
  /** Whether every step is ready in the end; settles when nothing is under way any more, and never rejects. */
  readonly done: Promise<boolean>
  /** Settles when what was given up for taking too long has ended as well; never rejects. */
  readonly settled: Promise<void>
  /** Of what was created and of what was given. */
  readonly handles: ReadonlyMap<Declaration, unknown>
  /** How far each step has come. */
  report(): StepReport[]
}

/**
 * Creates what a plan holds, each step as soon as what it waits for is there, side by side with everything else. After
 * the first failure nothing new starts.
 */
export function provision(plan: Plan, context: ProvisionContext): Provisioning {
  const steps = toMissingSteps(plan, context.given)
  const handles = new Map(context.given)
  const runner = createStepRunner(plan, context, handles)
  const progress = new Map<PlanStep, Progress>()
  const results = new Map<Declaration, Promise<boolean>>()
  const work: Promise<void>[] = []
  // Those that begin the longest chains come first, so that their calls go out first.
  for (const step of steps.toSorted((a, b) => a.depth - b.depth || b.chainCalls - a.chainCalls)) {
    const run = runner.run(
      step,
      step.waitsFor.map((declaration) => results.get(declaration) ?? Promise.resolve(true)),
    )
    progress.set(step, run.progress)
    results.set(step.declaration, run.ready)
    work.push(run.settled)
  }
  return {
    done: Promise.all(results.values()).then((all) => all.every(Boolean)),
    settled: Promise.all(work).then(() => {}),
    handles,
    report: () =>
      steps.map((step) => {
        const { name, declaration } = step
        const { kind, declaredAt } = declaration
        const { state, phase, error, current } = progress.get(step) as Progress
        const { lastSeen, lastAnswer } = current
        return { name, kind, declaredAt, state, phase, lastSeen, lastAnswer, error }
      }),
  }
}

// What the set names and what that needs, as far as it is not given.
function toMissingSteps(plan: Plan, given: ReadonlyMap<Declaration, unknown>): readonly PlanStep[] {
  if (given.size === 0) return plan.steps
  const steps = new Map(plan.steps.map((step) => [step.declaration, step]))
  const missing = new Set<PlanStep>()
  const open = plan.steps.filter(({ implied }) => !implied)
  for (let step = open.pop(); step; step = open.pop()) {
    if (given.has(step.declaration) || missing.has(step)) continue
    missing.add(step)
    for (const declaration of step.waitsFor) open.push(steps.get(declaration) as PlanStep)
  }
  return plan.steps.filter((step) => missing.has(step))
}
