import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where a file of the built package stands, for what another package carries of this one: there, in the place of built-file.ts. */
export function builtFile(name: string): URL {
  const manifest = createRequire(import.meta.url).resolve('@soracom-fixtures/core/package.json')
  return pathToFileURL(join(manifest, '../dist', name))
}
