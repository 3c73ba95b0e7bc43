import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadConfigFile, readConfigFile } from './read-sources.ts'

let cwd: string

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'load-config-module-'))
})

afterEach(async () => {
  await rm(cwd, { recursive: true })
})

test.each([
  ['ts', 'export default { maxInFlight: 3 }'],
  ['mts', 'export default { maxInFlight: 3 }'],
  ['mjs', 'export default { maxInFlight: 3 }'],
  ['cts', 'module.exports = { maxInFlight: 3 }'],
  ['cjs', 'module.exports = { maxInFlight: 3 }'],
  ['cjs', 'exports.default = { maxInFlight: 3 }'],
  ['cjs', 'Object.defineProperty(exports, "__esModule", { value: true }); exports.default = { maxInFlight: 3 }'],
])('settings are read of a file of the type .%s: %s', async (extension, text) => {
  await writeFile(join(cwd, `soracom-fixtures.config.${extension}`), text)
  expect((await readConfigFile(cwd))?.values).toEqual({ maxInFlight: 3 })
})

// A set of another copy of this package, as Jest or a bundler may give one.
const set = `({ [Symbol.for('soracom-fixtures.defined')]: true, set: { shop: {} }, scope: 'run' })`

test.each([
  ['ts', `export const store = ${set}`],
  ['mjs', `export const store = ${set}; export default { maxInFlight: 3 }`],
  ['cts', `exports.store = ${set}`],
  ['cjs', `exports.store = ${set}; exports.default = { maxInFlight: 3 }`],
  ['cjs', `module.exports = { store: ${set} }`],
])('run-wide sets are found in a file of the type .%s: %s', async (extension, text) => {
  await writeFile(join(cwd, `soracom-fixtures.config.${extension}`), text)
  expect((await loadConfigFile(cwd))?.runSets.map(({ set }) => Object.keys(set))).toEqual([['shop']])
  expect((await readConfigFile(cwd))?.values).toEqual(text.includes('maxInFlight') ? { maxInFlight: 3 } : {})
})

test('a file without settings and sets is told', async () => {
  for (const [extension, text] of [
    ['ts', 'export const nothing = 1'],
    ['mjs', 'export const nothing = 1'],
    ['cjs', 'module.exports = 3'],
  ] as const) {
    const path = join(cwd, `soracom-fixtures.config.${extension}`)
    await writeFile(path, text)
    await expect(readConfigFile(cwd)).rejects.toThrow('has no configuration as its default export')
    await rm(path)
  }
})
