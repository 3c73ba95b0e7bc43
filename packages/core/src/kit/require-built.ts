import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { builtFile } from './built-file.ts'

/** Requires a file of the built package, at once, where nothing can wait for an import. */
export function requireBuilt(name: string): unknown {
  return createRequire(import.meta.url)(fileURLToPath(builtFile(name)))
}
