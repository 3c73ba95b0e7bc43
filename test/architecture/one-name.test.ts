import { describe, expect, test } from 'vitest'
import { listPages, readCodeBlocks } from './markdown.ts'
import { readPackages } from './read-packages.ts'
import { listFiles, readText } from './read-repository.ts'

// A user installs `soracom-fixtures`, and a package manager that is strict (pnpm) gives a project no package that it has
// not asked for: what is shown must be imported by the one name. The packages behind it are named where they are meant.

const behind = /@soracom-fixtures\/(vitest|jest|emulator)\b/
// Its rows have the names of packages, since each is measured by itself.
const measured = 'docs/benchmarks.md'

test('examples use the one name, and ask for nothing else of ours', () => {
  const files = listFiles('examples')
  expect(files.length).toBeGreaterThan(40)
  expect(files.filter((path) => /@soracom-fixtures\//.test(readText(path)))).toEqual([])
})

test('the README and the pages of docs/ use the one name, and so do the programs that they show', () => {
  const pages = ['README.md', ...listPages().filter((page) => page.startsWith('docs/') && page !== measured)]
  const programs = listFiles('test/pages').filter((path) => !path.endsWith('programs.test.ts'))
  expect([...pages, ...programs].filter((path) => behind.test(readText(path)))).toEqual([])
})

test('the programs in the READMEs of packages use the one name', () => {
  const blocks = listPages()
    .filter((page) => page.startsWith('packages/'))
    .flatMap(readCodeBlocks)
  expect(blocks.filter(({ text }) => behind.test(text)).map(({ page, line }) => `${page}:${line}`)).toEqual([])
})

test('comments in the sources use the one name', () => {
  const sources = readPackages().flatMap(({ sources }) => sources)
  const comments = sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (/^\s*(\*|\/\/|\/\*)/.test(line) ? [[`${path}:${index + 1}`, line]] : [])),
  )
  expect(comments.filter(([, line = '']) => behind.test(line)).map(([place]) => place)).toEqual([])
})

describe('the reference of the API', () => {
  const settings = readText('docs/.vitepress/typedoc.config.mjs')
  const named = [...settings.matchAll(/^ {2}'(@?soracom-fixtures\/\S+)': '/gm)].map(([, name = '']) => name)

  test('has every entry of the one name', () => {
    const { entries } = readPackages().find(({ name }) => name === 'soracom-fixtures') ?? { entries: {} }
    expect(named).toEqual(expect.arrayContaining(Object.keys(entries)))
    expect(Object.keys(entries)).toContain('soracom-fixtures/jest/global-teardown')
  })

  test('names no package that stands behind it', () => {
    expect(named.filter((name) => behind.test(name))).toEqual([])
  })
})
