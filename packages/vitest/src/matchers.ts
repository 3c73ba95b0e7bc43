import { type FixtureMatchers, fixtureMatchers } from '@soracom-fixtures/core'
import { expect } from 'vitest'

// Registers the matchers where it is imported: as a setup file of the runner, or by a test file itself.
//
// @example
// // vitest.config.ts
// export default defineConfig({ test: { setupFiles: ['soracom-fixtures/vitest/matchers'] } })
expect.extend({ ...fixtureMatchers })

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: the type parameter must be as Vitest declares it
  interface Matchers<T = any> extends FixtureMatchers<void> {}
}

export type {
  ExpectedAirTraffic,
  ExpectedBeamCount,
  ExpectedBill,
  FixtureMatchers,
  MatcherOptions,
} from '@soracom-fixtures/core'
