import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { builtFile } from '../kit/built-file.ts'

/**
 * Loads what makes clients, at once, for a handle that is asked for its client where nothing can wait. A file that only reads
 * handles needs it for nothing else.
 */
export function loadPlatformClient(): typeof import('./platform-client.ts') {
  return createRequire(import.meta.url)(fileURLToPath(builtFile('platform-client.cjs')))
}
