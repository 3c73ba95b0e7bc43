import { createRequire } from 'node:module'

/**
 * Loads what makes clients, at once, for a handle that is asked for its client where nothing can wait. Nobody else needs
 * it in a file that only reads handles, and it is most of what would be loaded with them.
 */
export function loadPlatformClient(): typeof import('./platform-client.ts') {
  // Beside the built package's files; run from the sources, the built one as well.
  const file = import.meta.url.endsWith('.ts') ? '../../dist/platform-client.cjs' : './platform-client.cjs'
  return createRequire(import.meta.url)(file)
}
