import { createRequire } from 'node:module'

/**
 * Says at once that this version of Vitest cannot do what is asked for. Before 3.2 a test's context is without what the
 * fixtures of a test read.
 */
export function assertVitest(what: string): void {
  const { version } = createRequire(import.meta.url)('vitest/package.json') as { readonly version: string }
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 3 || (major === 3 && minor >= 2)) return
  throw new Error(`${what}() needs Vitest 3.2 or newer, and this is ${version}. Use useFixtures(), or update Vitest.`)
}
