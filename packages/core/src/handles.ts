import { inspect } from 'node:util'
import type { Declaration } from './declare/declaration.ts'
import { isDeclaration } from './declare/declaration.ts'
import type { FixtureSet, FixtureSetEntry, Handles } from './declare/fixture-set.ts'
import { FixtureNotReadyError } from './errors/not-ready-error.ts'

/** The handles of a set before, while and after they are there. */
export interface HandleBook<Set extends FixtureSet> {
  /** One property for each name of the set; reading one too early throws. */
  readonly handles: Handles<Set>
  open(handles: ReadonlyMap<Declaration, unknown>): void
  close(state: 'failed' | 'deleted'): void
}

/**
 * Makes the object that a test reads its handles from; `adviceTooEarly` is added to the error of one that is read before it
 * is there.
 */
export function createHandleBook<Set extends FixtureSet>(set: Set, adviceTooEarly?: string): HandleBook<Set> {
  let state: 'declared' | 'failed' | 'deleted' = 'declared'
  let values: Record<string, unknown> | undefined
  const handles = {}
  for (const name of Object.keys(set)) {
    Object.defineProperty(handles, name, {
      enumerable: true,
      get() {
        if (values) return values[name]
        if (state === 'declared') throw FixtureNotReadyError.beforeTests(name, adviceTooEarly)
        throw new FixtureNotReadyError(name, state)
      },
    })
  }
  const show = () => values ?? Object.fromEntries(Object.keys(set).map((name) => [name, `[not ready: ${state}]`]))
  Object.defineProperty(handles, inspect.custom, { value: show })
  return {
    handles: Object.freeze(handles) as never,
    open(byDeclaration) {
      values = Object.fromEntries(Object.entries(set).map(([name, entry]) => [name, toHandle(entry, byDeclaration)]))
    },
    close(next) {
      state = next
      if (next === 'failed') values = undefined
    },
  }
}

function toHandle(entry: FixtureSetEntry, byDeclaration: ReadonlyMap<Declaration, unknown>): unknown {
  if (isDeclaration(entry)) return byDeclaration.get(entry)
  return Object.freeze((entry as readonly FixtureSetEntry[]).map((one) => toHandle(one, byDeclaration)))
}
