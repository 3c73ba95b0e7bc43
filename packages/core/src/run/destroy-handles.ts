import type { Declaration } from '../declare/declaration.ts'
import type { CleanupReport } from '../errors/setup-error.ts'
import type { FixtureListener } from '../events/fixture-event.ts'
import type { Plan } from '../plan/make-plan.ts'
import type { Platform } from '../platform/platform.ts'
import { toHandlesOfNeeds } from '../provision/to-handles-of-needs.ts'
import { createUndoBook } from '../provision/undo-book.ts'
import { createUndoList } from '../teardown/undo-list.ts'

/** Deletes a set that another process made, by the handles that came from there: what its resources' `destroy` does. */
export async function destroyHandles(
  plan: Plan,
  handles: ReadonlyMap<Declaration, unknown>,
  platform: Platform,
  listener: FixtureListener,
  timeoutMs: number,
): Promise<CleanupReport> {
  const undoList = createUndoList(listener)
  const undos = createUndoBook(plan, undoList)
  for (const step of plan.steps) {
    const { name, declaration } = step
    const { resource, options } = declaration
    const { destroy } = resource
    if (!destroy) continue
    const handle = handles.get(declaration)
    const needs = toHandlesOfNeeds(step.needs, handles)
    undos.register(step, resource.label(name, handle), () => destroy({ name, options, needs, handle, platform }))
  }
  return await undoList.run(timeoutMs)
}
