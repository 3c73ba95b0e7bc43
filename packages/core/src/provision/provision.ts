import type { SoracomClient } from '@soracom-fixtures/client'
import type { Declaration } from '../declare/declaration.ts'
import type { StepReport } from '../errors/setup-error.ts'
import type { FixtureListener } from '../events/fixture-event.ts'
import type { Plan, PlanStep } from '../plan/plan-fixtures.ts'
import type { Platform } from '../platform/platform.ts'
import type { Undo, UndoList } from '../teardown/undo-list.ts'

/** What provisioning works with. */
export interface ProvisionContext {
  readonly client: SoracomClient
  readonly platform: Platform
  /** Once aborted no further step starts; those under way are awaited. */
  readonly signal: AbortSignal
  /** Told of the first failure, so that what is under way can be given up. */
  readonly onFailure: () => void
  readonly undoList: UndoList
  readonly listener: FixtureListener
  readonly now: () => number
}

/** A set on its way. */
export interface Provisioning {
  /** Whether every step is ready in the end; settles when nothing is under way any more, and never rejects. */
  readonly done: Promise<boolean>
  readonly handles: ReadonlyMap<Declaration, unknown>
  /** How far each step has come. */
  report(): StepReport[]
}

interface Progress {
  state: StepReport['state']
  phase: string | undefined
  error: unknown
}

/**
 * Creates what a plan holds, each step as soon as what it waits for is there, side by side with everything else. After
 * the first failure nothing new starts.
 */
export function provision(plan: Plan, context: ProvisionContext): Provisioning {
  const handles = new Map<Declaration, unknown>()
  const progress = new Map<Declaration, Progress>()
  const undos = createUndoBook(plan, context.undoList)
  const results = new Map<Declaration, Promise<boolean>>()
  for (const step of plan.steps) {
    progress.set(step.declaration, { state: 'not started', phase: undefined, error: undefined })
    const before = step.waitsFor.map((declaration) => results.get(declaration) as Promise<boolean>)
    results.set(step.declaration, runStep(step, before, { context, handles, progress, undos }))
  }
  return {
    done: Promise.all(results.values()).then((all) => all.every(Boolean)),
    handles,
    report: () =>
      plan.steps.map(({ name, declaration }) => {
        const { state, phase, error } = progress.get(declaration) as Progress
        return { name, kind: declaration.kind, declaredAt: declaration.declaredAt, state, phase, error }
      }),
  }
}

interface Shared {
  readonly context: ProvisionContext
  readonly handles: Map<Declaration, unknown>
  readonly progress: ReadonlyMap<Declaration, Progress>
  readonly undos: UndoBook
}

// Whether the step is ready in the end; never rejects.
async function runStep(step: PlanStep, before: readonly Promise<boolean>[], shared: Shared): Promise<boolean> {
  const { context, handles } = shared
  const { declaration, name } = step
  const { kind, resource } = declaration
  const progress = shared.progress.get(declaration) as Progress
  if (!(await Promise.all(before)).every(Boolean) || context.signal.aborted) return false
  const startedMs = context.now()
  progress.state = 'interrupted'
  context.listener({ type: 'fixture-started', name, kind })
  try {
    const needs = toHandles(step, handles)
    const { options } = declaration
    const handle = await resource.create({
      name,
      options,
      needs,
      client: context.client,
      platform: context.platform,
      signal: context.signal,
      phase(doing: string) {
        progress.phase = doing
        context.listener({ type: 'fixture-phase', name, kind, phase: doing })
      },
      onTeardown: (what: string, undo: () => Promise<void>) => shared.undos.register(step, what, undo),
    })
    const { destroy } = resource
    if (destroy) {
      shared.undos.register(step, `${kind} ${name}`, () => destroy({ name, options, needs, handle }))
    }
    handles.set(declaration, handle)
    progress.state = 'ready'
    progress.phase = undefined
    context.listener({ type: 'fixture-ready', name, kind, durationMs: context.now() - startedMs })
    return true
  } catch (error) {
    if (!context.signal.aborted) {
      progress.state = 'failed'
      progress.error = error
      context.listener({ type: 'fixture-failed', name, kind, error })
      context.onFailure()
    } else progress.error = error
    return false
  }
}

interface UndoBook {
  register(step: PlanStep, what: string, undo: () => Promise<void>): void
}

// A step's undo runs before those of what it waited for, also where a step between them has nothing to undo.
function createUndoBook(plan: Plan, undoList: UndoList): UndoBook {
  const steps = new Map(plan.steps.map((step) => [step.declaration, step]))
  const undos = new Map<Declaration, Undo[]>()
  const nearest = (declaration: Declaration): Undo[] =>
    undos.get(declaration) ?? steps.get(declaration)?.waitsFor.flatMap(nearest) ?? []
  return {
    register(step, what, undo) {
      const own = undos.get(step.declaration) ?? []
      const mustComeAfterThis = [...new Set([...step.waitsFor.flatMap(nearest), ...own])]
      own.push(undoList.add(what, undo, mustComeAfterThis))
      undos.set(step.declaration, own)
    },
  }
}

function toHandles(step: PlanStep, handles: ReadonlyMap<Declaration, unknown>): Record<string, unknown> {
  const read = (need: Declaration) => handles.get(need)
  return Object.fromEntries(
    Object.entries(step.needs).map(([name, need]) => {
      if (need === undefined) return [name, undefined]
      return [name, Array.isArray(need) ? need.map(read) : read(need as Declaration)]
    }),
  )
}
