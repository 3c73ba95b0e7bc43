// A file of its own, imported only where a file must be transformed: the CommonJS build makes that a `require`, which
// works inside Jest, where an `import()` of another package does not.

import { Module } from 'node:module'
import process from 'node:process'
import * as jiti from 'jiti'

/** Makes what loads TypeScript. */
export const createJiti: typeof jiti.createJiti = hasSettableRequire()
  ? jiti.createJiti
  : (process.getBuiltinModule('node:module').createRequire(import.meta.url)('jiti') as typeof jiti).createJiti

// It gives each module that it makes a `require` of its own. Those of Vitest's pools of contexts (vmThreads, vmForks) do not
// let it, so that it is loaded outside of them there; a configuration has no need of the tests' realm.
function hasSettableRequire(): boolean {
  return Object.getOwnPropertyDescriptor(Module.prototype, 'require')?.get === undefined
}
