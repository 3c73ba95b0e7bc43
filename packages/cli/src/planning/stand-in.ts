import nodeModule, { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What test files import of their runner; each throws when it is imported outside of a run. */
export const runnerModules = ['vitest', '@jest/globals'] as const

/** The built file that stands in for them. */
export const standInPath: string = fileURLToPath(new URL('./stand-in-runner.cjs', import.meta.url))

/**
 * Makes every import of a test runner give the stand-in, for the rest of this process, and sets the globals that runners
 * offer. For modules that Node loads; what jiti loads has an alias.
 */
export function installStandIn(): void {
  const url = pathToFileURL(standInPath).href
  Object.assign(globalThis, createRequire(import.meta.url)(standInPath))
  const { registerHooks } = nodeModule as { registerHooks?: (hooks: { resolve: Resolve }) => void }
  if (registerHooks) {
    registerHooks({
      resolve: (specifier, context, next) =>
        isRunner(specifier) ? { url, format: 'commonjs', shortCircuit: true } : next(specifier, context),
    })
    return
  }
  // Node 20: one way for import, in a thread of its own, and one for require.
  nodeModule.register(`data:text/javascript,${encodeURIComponent(toHooks(url))}`)
  const loader = nodeModule as unknown as { _resolveFilename: (request: string, ...rest: unknown[]) => string }
  const resolveFilename = loader._resolveFilename
  loader._resolveFilename = (request, ...rest) =>
    isRunner(request) ? standInPath : resolveFilename.call(loader, request, ...rest)
}

type Resolve = (specifier: string, context: unknown, next: (specifier: string, context: unknown) => unknown) => unknown

function isRunner(specifier: string): boolean {
  return runnerModules.some((name) => name === specifier)
}

function toHooks(url: string): string {
  return `const names = ${JSON.stringify(runnerModules)}
export const resolve = (specifier, context, next) =>
  names.includes(specifier) ? { url: ${JSON.stringify(url)}, format: 'commonjs', shortCircuit: true } : next(specifier, context)`
}
