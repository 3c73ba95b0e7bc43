import process from 'node:process'
import type * as Vitest from 'vitest'

const loaded: typeof Vitest | { readonly failure: unknown } = isProcessOfRunner()
  ? {
      failure: new Error(
        'Fixtures can only be used in test files. This is the process of Vitest that starts their workers and loads global ' +
          'setups and configurations; a set for the whole run is exported by soracom-fixtures.config.ts.',
      ),
    }
  : await import('vitest').catch((failure: unknown) => ({ failure }))

/**
 * Vitest itself. A configuration file imports this package for its declarations alone, and is loaded by global setups and
 * the command line as well, where Vitest 3 refuses to be imported; so that is an error only where Vitest is needed.
 */
export function runner(): typeof Vitest {
  if ('failure' in loaded) throw loaded.failure
  return loaded
}

// Loading there what workers test with costs a global setup a fifth of its time, and nobody could use it.
function isProcessOfRunner(): boolean {
  const { VITEST: ofVitest, VITEST_WORKER_ID: worker } = process.env
  return ofVitest !== undefined && worker === undefined
}
