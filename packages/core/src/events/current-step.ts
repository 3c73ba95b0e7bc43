import { AsyncLocalStorage } from 'node:async_hooks'

/** The fixture that is being created, and what it has seen last; a message of its failure tells it. */
export interface CurrentStep {
  readonly name: string
  readonly kind: string
  /** The last answer of the API, such as `POST /orders → 201`. */
  lastAnswer: string | undefined
  /** The last state that a wait of it has seen. */
  lastSeen: string | undefined
}

const key = Symbol.for('soracom-fixtures.current-step')

/** Runs work as that of one fixture: what it calls and waits for, at any depth, is known to be this fixture's. */
export function runAsStep<Value>(step: CurrentStep, work: () => Value): Value {
  return steps().run(step, work)
}

/** The fixture whose work this is; nothing outside of a setup. */
export function currentStep(): CurrentStep | undefined {
  return steps().getStore()
}

// One a process, since a runner may hold several copies of this package.
function steps(): AsyncLocalStorage<CurrentStep> {
  const holder = globalThis as { [key]?: AsyncLocalStorage<CurrentStep> }
  holder[key] ??= new AsyncLocalStorage()
  return holder[key]
}
