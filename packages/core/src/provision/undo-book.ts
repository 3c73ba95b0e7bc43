import type { Declaration } from '../declare/declaration.ts'
import type { Plan, PlanStep } from '../plan/make-plan.ts'
import type { Undo, UndoList } from '../teardown/undo-list.ts'

/** Where the steps of one plan register what undoes them. */
export interface UndoBook {
  /** Gives a function that takes it back. */
  register(step: PlanStep, what: string, undo: () => Promise<void>): () => void
}

/** A step's undo runs before those of what it waited for, also where a step between them has nothing to undo. */
export function createUndoBook(plan: Plan, undoList: UndoList): UndoBook {
  const steps = new Map(plan.steps.map((step) => [step.declaration, step]))
  const undos = new Map<Declaration, Undo[]>()
  const nearest = (declaration: Declaration): Undo[] =>
    undos.get(declaration) ?? steps.get(declaration)?.waitsFor.flatMap(nearest) ?? []
  return {
    register(step, what, undo) {
      const own = undos.get(step.declaration) ?? []
      const mustComeAfterThis = [...new Set([...step.waitsFor.flatMap(nearest), ...own])]
      const { kind } = step.declaration
      const entry = undoList.add({ what, kind, undo, before: mustComeAfterThis })
      undos.set(step.declaration, [...own, entry])
      return () => {
        undoList.remove(entry)
        const left = (undos.get(step.declaration) ?? []).filter((one) => one !== entry)
        if (left.length > 0) undos.set(step.declaration, left)
        else undos.delete(step.declaration)
      }
    },
  }
}
