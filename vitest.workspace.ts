import { defineConfig } from 'vitest/config'

// Unit, contract and type tests import the sources through the "source" condition; end-to-end and packaging tests run
// the built packages, as users have them.
// Tests of the sources have an emulator each that ends with them: nothing is left, and no process has to wait for that.
const withoutReaper = { SORACOM_FIXTURES_REAPER: 'off', SORACOM_FIXTURES_JOURNAL_DIR: 'node_modules/.cache/journal' }

const fromSource = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } }

export default defineConfig({
  test: {
    projects: [
      { ...fromSource, test: { name: 'unit', include: ['packages/*/src/**/*.test.ts'], env: withoutReaper } },
      {
        ...fromSource,
        test: { name: 'contract', include: ['test/contract/**/*.test.ts'], testTimeout: 60_000, env: withoutReaper },
      },
      { ...fromSource, test: { name: 'fuzz', include: ['test/fuzz/**/*.test.ts'], testTimeout: 60_000 } },
      {
        ...fromSource,
        test: { name: 'faults', include: ['test/faults/**/*.test.ts'], env: withoutReaper, testTimeout: 600_000 },
      },
      {
        ...fromSource,
        // They read every file of the repository.
        test: {
          name: 'architecture',
          include: ['test/architecture/**/*.test.ts'],
          env: withoutReaper,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/types/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'pages',
          include: ['test/pages/**/*.test.ts'],
          env: { ...withoutReaper, SORACOM_FIXTURES_TARGET: 'emulator' },
        },
      },
      { test: { name: 'crash', include: ['test/crash/**/*.test.ts'] } },
      {
        test: {
          name: 'conformance',
          include: ['test/conformance/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'packaging',
          include: ['test/packaging/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
