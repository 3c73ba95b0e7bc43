import { describe, expect, test } from 'vitest'
import { editConfig, type Property } from './edit-config.ts'

const property: Property = { within: ['test'], name: 'globalSetup', value: `'ours'`, mayBeList: true }
const flat: Property = { within: [], name: 'globalSetup', value: `'ours'`, mayBeList: false }

describe('a property is added to', () => {
  test.each([
    ['an object', `export default { a: 1 }`, `export default { test: { globalSetup: 'ours' }, a: 1 }`],
    ['an object without properties', `export default {}`, `export default { test: { globalSetup: 'ours' } }`],
    [
      'a call, over lines',
      `export default defineConfig({\n  test: {\n    // of ours\n    include: ['a'], // b\n  },\n})\n`,
      `export default defineConfig({\n  test: {\n    globalSetup: 'ours',\n    // of ours\n    include: ['a'], // b\n  },\n})\n`,
    ],
    [
      'a variable with a type',
      `const config: UserConfig = { test: { a } } satisfies UserConfig\nexport default config`,
      `const config: UserConfig = { test: { globalSetup: 'ours', a } } satisfies UserConfig\nexport default config`,
    ],
    [
      'what a function returns',
      `export default defineConfig(async ({ mode }) => {\n\tconst a = mode\n\treturn {\n\t\tplugins: [a],\n\t}\n})`,
      `export default defineConfig(async ({ mode }) => {\n\tconst a = mode\n\treturn {\n\t\ttest: { globalSetup: 'ours' },\n\t\tplugins: [a],\n\t}\n})`,
    ],
    [
      'the last object of a merge',
      `export default mergeConfig(base, defineConfig({ test: { a: 1 } }))`,
      `export default mergeConfig(base, defineConfig({ test: { globalSetup: 'ours', a: 1 } }))`,
    ],
    ['module.exports', `module.exports = { a: 1 }`, `module.exports = { test: { globalSetup: 'ours' }, a: 1 }`],
  ])('%s', (_, text, wanted) => {
    expect(editConfig(text, property)).toEqual({ text: wanted })
  })
})

test.each([
  [`'theirs'`, `['ours', 'theirs']`],
  [`['theirs']`, `['ours', 'theirs']`],
  [`[]`, `['ours']`],
  [`'ours'`, `'ours'`],
  [`['theirs', 'ours']`, `['theirs', 'ours']`],
])('where %s is there, it becomes %s', (before, after) => {
  const text = (value: string) => `export default { test: { globalSetup: ${value} } }`
  expect(editConfig(text(before), property)).toEqual({ text: text(after) })
})

test.each([
  ['export default { test: {', 'it could not be parsed'],
  ['export const a = 1', 'its export is no object that could be found'],
  ['export default load()', 'its export is no object that could be found'],
  ['export default { test: shared }', 'test in it is no object that is written there'],
  ['export default { test: { globalSetup: paths() } }', 'it has a globalSetup that is no text and no list'],
])('%s is left alone', (text, reason) => {
  expect(editConfig(text, property)).toEqual({ reason })
})

test('one that takes no list is left alone where there is one', () => {
  expect(editConfig(`module.exports = { globalSetup: './a.js' }`, flat)).toEqual({
    reason: 'it has a globalSetup of its own',
  })
  expect(editConfig(`module.exports = { preset: 'ts-jest' }`, flat)).toEqual({
    text: `module.exports = { globalSetup: 'ours', preset: 'ts-jest' }`,
  })
})
