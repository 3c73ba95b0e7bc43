import { createRequire } from 'node:module'

/** What is used of Jest. */
export interface HooksOfJest {
  readonly beforeAll: Hook
  readonly afterAll: Hook
  readonly beforeEach: Hook
  readonly afterEach: Hook
  readonly expect: {
    getState(): { readonly testPath?: string }
    extend(matchers: Readonly<Record<string, unknown>>): void
  }
}

/** Jest calls a hook with the context of its test as `this`; with none where it is not a test's. */
type Hook = (run: (this: unknown) => Promise<void>, timeoutMs: number) => void

/**
 * The hooks of the file that is being loaded now: Jest's globals, or `@jest/globals` where `injectGlobals` is off. Looked
 * for when a file uses fixtures and not before, since configuration files import this package outside of Jest.
 */
export function hooksOfJest(advice: string = adviceOfUse): HooksOfJest {
  const globals = globalThis as Partial<HooksOfJest>
  if (globals.beforeAll) return globals as HooksOfJest
  const hooks = importGlobals(advice)
  // In a setup file that runs before there are tests, Jest has a module that is empty.
  if (!hooks.beforeAll) throw new Error(advice)
  return hooks as HooksOfJest
}

const adviceOfUse =
  'useFixtures() of soracom-fixtures/jest was called outside of a test file of Jest. Call it at the top of a test ' +
  'file or in a describe; outside of tests use createSession() of @soracom-fixtures/core/engine.'

function importGlobals(advice: string): Partial<HooksOfJest> {
  try {
    // Inside a test file this is Jest's own `require`, in ES modules too, and Jest gives this module itself.
    return createRequire(import.meta.url)('@jest/globals') as Partial<HooksOfJest>
  } catch (cause) {
    throw new Error(advice, { cause })
  }
}
