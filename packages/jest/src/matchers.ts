import { type FixtureMatchers, fixtureMatchers } from '@soracom-fixtures/core'
// A module is added to only where it is imported.
import type {} from 'expect'
import { hooksOfJest } from './hooks-of-jest.ts'

// Registers the matchers where it is loaded: as a setup file of the runner, or by a test file itself.
//
// @example
// // jest.config.js
// module.exports = { setupFilesAfterEnv: ['soracom-fixtures/jest/matchers'] }
hooksOfJest(
  'soracom-fixtures/jest/matchers was loaded where Jest has no expect. Name it in setupFilesAfterEnv of the ' +
    'configuration (setupFiles run too early), or import it in a test file.',
).expect.extend({ ...fixtureMatchers })

// Of Jest's globals, as @types/jest has them.
declare global {
  namespace jest {
    interface Matchers<R> extends FixtureMatchers<void> {}
  }
}

// Of `expect` of @jest/globals.
declare module 'expect' {
  interface Matchers<R extends void | Promise<void>> extends FixtureMatchers<void> {}
}

export type {
  ExpectedAirTraffic,
  ExpectedBeamCount,
  ExpectedBill,
  FixtureMatchers,
  MatcherOptions,
} from '@soracom-fixtures/core'
