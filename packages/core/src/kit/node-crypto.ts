import process from 'node:process'

/**
 * Node's `crypto`, loaded by the first who needs it: that takes 2 ms, which a test file that only reads run-wide handles
 * does without.
 */
export function nodeCrypto(): typeof import('node:crypto') {
  return process.getBuiltinModule('node:crypto')
}
