import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The same from within another package, which carries a part of this one: there it stands in the place of require-built.ts. */
export function requireBuilt(name: string): unknown {
  const require = createRequire(import.meta.url)
  return require(join(require.resolve('@soracom-fixtures/core/package.json'), '../dist', name))
}
