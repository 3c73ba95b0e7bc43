import { inspect } from 'node:util'
import type { FixtureSet, UsedFixtures, UsePlace } from '@soracom-fixtures/core'

/** A use of a set that can begin again after its end, as Jest repeats a `describe` with all its hooks. */
export interface RepeatableUse {
  readonly handles: object
  setup(where: UsePlace): Promise<void>
  teardown(): Promise<void>
}

/** Opens a use now, which checks its plan, and again whenever one begins after another has ended. */
export function createRepeatableUse(names: readonly string[], open: () => UsedFixtures<FixtureSet>): RepeatableUse {
  let current = open()
  let ended = false
  return {
    handles: createReader(names, () => current.handles),
    async setup(where) {
      if (ended) current = open()
      ended = false
      await current.setup(where)
    },
    async teardown() {
      ended = true
      await current.teardown()
    },
  }
}

function createReader(names: readonly string[], read: () => Readonly<Record<string, unknown>>): object {
  const reader = {}
  for (const name of names) Object.defineProperty(reader, name, { enumerable: true, get: () => read()[name] })
  Object.defineProperty(reader, inspect.custom, { value: read })
  return Object.freeze(reader)
}
