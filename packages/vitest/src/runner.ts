import type * as Vitest from 'vitest'

const loaded: typeof Vitest | { readonly failure: unknown } = await import('vitest').catch((failure: unknown) => ({
  failure,
}))

/**
 * Vitest itself. A configuration file imports this package for its declarations alone, and is loaded by global setups and
 * the command line as well, where Vitest 3 refuses to be imported; so that is an error only where Vitest is needed.
 */
export function runner(): typeof Vitest {
  if ('failure' in loaded) throw loaded.failure
  return loaded
}
