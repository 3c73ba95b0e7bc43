import { requireBuilt } from '../kit/require-built.ts'

/**
 * Loads what makes clients, at once, for a handle that is asked for its client where nothing can wait. A file that only reads
 * handles needs it for nothing else.
 */
export function loadPlatformClient(): typeof import('./platform-client.ts') {
  return requireBuilt('platform-client.cjs') as typeof import('./platform-client.ts')
}
