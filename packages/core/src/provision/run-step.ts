import type { SoracomClient } from '@soracom-fixtures/client'
import type { Declaration } from '../declare/declaration.ts'
import type { StepReport } from '../errors/setup-error.ts'
import { FixtureTimeoutError } from '../errors/timeout-error.ts'
import { type CurrentStep, runAsStep } from '../events/current-step.ts'
import type { FixtureListener } from '../events/fixture-event.ts'
import type { Plan, PlanStep } from '../plan/make-plan.ts'
import type { Platform } from '../platform/platform.ts'
import type { UndoList } from '../teardown/undo-list.ts'
import { withinDeadline } from '../wait/within-deadline.ts'
import { toHandlesOfNeeds } from './to-handles-of-needs.ts'
import { createUndoBook } from './undo-book.ts'

/** What a step works with. */
export interface StepContext {
  readonly client: SoracomClient
  readonly platform: Platform
  /** Once aborted no further step starts; those under way are awaited. */
  readonly signal: AbortSignal
  /** Told of the first failure, so that what is under way can be given up. */
  readonly onFailure: () => void
  readonly undoList: UndoList
  readonly listener: FixtureListener
  readonly now: () => number
  /** Time for one fixture, in milliseconds, where its resource does not know better. */
  readonly fixtureTimeoutMs: number
  /** How long a fixture that was given up may take to end, in milliseconds. */
  readonly graceMs: number
}

/** How far one step has come. */
export interface Progress {
  state: StepReport['state']
  phase: string | undefined
  error: unknown
  readonly current: CurrentStep
}

/** One step on its way. */
export interface StepRun {
  readonly progress: Progress
  /** Whether it is ready in the end; never rejects. */
  readonly ready: Promise<boolean>
  /** Settles when its work has ended, also where it was given up before; never rejects. */
  readonly settled: Promise<void>
}

/** Runs the steps of one plan; `handles` is read for what a step needs and gets the handle of each that is ready. */
export function createStepRunner(
  plan: Plan,
  context: StepContext,
  handles: Map<Declaration, unknown>,
): { run(step: PlanStep, before: readonly Promise<boolean>[]): StepRun } {
  const undos = createUndoBook(plan, context.undoList)

  async function begin(step: PlanStep, before: readonly Promise<boolean>[], progress: Progress, work: Work) {
    const { declaration, name } = step
    const { kind, resource, options } = declaration
    if (!(await Promise.all(before)).every(Boolean) || context.signal.aborted) return false
    const startedMs = context.now()
    progress.state = 'interrupted'
    context.listener({ type: 'fixture-started', name, kind })
    try {
      const timeoutMs = resource.timeoutMs(options) ?? context.fixtureTimeoutMs
      const tooLong = new AbortController()
      const signal = AbortSignal.any([context.signal, tooLong.signal])
      work.promise = runAsStep(progress.current, () => create(step, progress, signal))
      const ended = work.promise.catch(() => {})
      const outcome = await withinDeadline(ended, { deadlineMs: timeoutMs, graceMs: context.graceMs }, () =>
        tooLong.abort(new Error(`The fixture took longer than ${timeoutMs} ms.`)),
      )
      if (outcome !== 'in time') throw new FixtureTimeoutError(timeoutMs, progress.current)
      handles.set(declaration, await work.promise)
      progress.state = 'ready'
      progress.phase = undefined
      context.listener({ type: 'fixture-ready', name, kind, durationMs: context.now() - startedMs })
      return true
    } catch (error) {
      progress.error = error
      if (context.signal.aborted) return false
      progress.state = 'failed'
      context.listener({ type: 'fixture-failed', name, kind, error })
      context.onFailure()
      return false
    }
  }

  function register(step: PlanStep, what: string, undo: () => Promise<void>): () => void {
    const { name, declaration } = step
    context.listener({ type: 'made', name, kind: declaration.kind, what })
    return undos.register(step, what, undo)
  }

  async function create(step: PlanStep, progress: Progress, signal: AbortSignal): Promise<unknown> {
    const { declaration, name } = step
    const { kind, resource, options } = declaration
    const needs = toHandlesOfNeeds(step.needs, handles)
    const handle = await resource.create({
      name,
      options,
      needs,
      client: context.client,
      platform: context.platform,
      signal,
      phase(doing: string) {
        progress.phase = doing
        context.listener({ type: 'fixture-phase', name, kind, phase: doing })
      },
      onTeardown: (what: string, undo: () => Promise<void>) => register(step, what, undo),
    })
    const { destroy } = resource
    if (destroy)
      register(step, resource.label(name, handle), () =>
        destroy({ name, options, needs, handle, platform: context.platform }),
      )
    return handle
  }

  return {
    run(step, before) {
      const { name, declaration } = step
      const current = { name, kind: declaration.kind, lastAnswer: undefined, lastSeen: undefined }
      const progress: Progress = { state: 'not started', phase: undefined, error: undefined, current }
      const work: Work = { promise: undefined }
      const ready = begin(step, before, progress, work)
      const settled = ready.then(() => work.promise).then(nothing, nothing)
      return { progress, ready, settled }
    },
  }
}

interface Work {
  promise: Promise<unknown> | undefined
}

function nothing(): void {}
