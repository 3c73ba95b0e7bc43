import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CodeBlock, listPages, readCodeBlocks } from './markdown.ts'
import { readText, root } from './read-repository.ts'
import { problemOfCommand } from './shell-commands.ts'

const blocks = listPages()
  .flatMap(readCodeBlocks)
  .filter(({ isGenerated }) => !isGenerated)

// Pages whose programs are run as they stand there, on the packed packages.
const runAsTheyStand: Readonly<Record<string, string>> = {
  'packages/api/README.md': 'test/packaging/consumer.test.ts',
  'packages/cli/README.md': 'test/packaging/consumer.test.ts',
  'packages/core/README.md': 'test/packaging/consumer.test.ts',
  'packages/emulator/README.md': 'test/packaging/consumer.test.ts',
  'packages/vitest/README.md': 'test/packaging/consumer.test.ts',
}

test('every block has a language and a text', () => {
  expect(blocks.filter(({ language, text }) => language === '' || text.trim() === '').map(placeOf)).toEqual([])
})

describe('every program of a page', () => {
  const programs = blocks.filter(
    ({ language, from }) => !['text', 'console', 'mermaid', 'sh'].includes(language) || from,
  )

  test('is taken from a file', () => {
    const loose = programs.filter(({ from, page }) => from === undefined && !(page in runAsTheyStand))
    expect(loose.map(placeOf)).toEqual([])
    expect(programs.length).toBeGreaterThan(40)
  })

  test('is taken from a file that a test runs', () => {
    const taken = new Set(programs.flatMap(({ from }) => from?.split('#')[0] ?? []))
    expect([...taken].filter((path) => !isRun(path))).toEqual([])
  })

  test.each(Object.entries(runAsTheyStand))('of %s is run by %s', (page, runner) => {
    const { name } = JSON.parse(readText(page.replace('README.md', 'package.json'))) as { name: string }
    expect(readText(runner)).toContain(name)
  })
})

test('every command of a page is one that there is', async () => {
  const problems = await Promise.all(blocks.filter(({ from }) => from === undefined).map(problemsOfCommands))
  expect(problems.flat()).toEqual([])
})

// What is printed is held against what is printed in truth, or stands for itself for the reason given.
test('every output on a page is one that a test has seen', () => {
  const outputs = blocks.filter(({ language, from }) => ['text', 'console'].includes(language) && from === undefined)
  const unseen = outputs.filter(({ comment = '' }) => !/^(example$|output of )/.test(comment))
  expect(unseen.map(placeOf)).toEqual(unseenBlocks())
})

// The trees of ARCHITECTURE.md, which tree.test.ts reads, and the way of the data beside it.
function unseenBlocks(): string[] {
  return blocks.filter(({ page, language }) => page === 'ARCHITECTURE.md' && language === 'text').map(placeOf)
}

// Examples are projects whose tests are run (test/e2e), with their workflow and their programs in other languages.
function isRun(path: string): boolean {
  if (!existsSync(join(root, path))) return false
  if (path.startsWith('examples/') || /^packages\/\w+\/src\/.+\.test\.ts$/.test(path)) return true
  const program = path.replace('test/pages/', './')
  return (
    /^test\/pages\/[\w-]+\.test\.ts$/.test(path) || readText('test/pages/programs.test.ts').includes(`'${program}'`)
  )
}

async function problemsOfCommands({ page, line, language, text }: CodeBlock): Promise<string[]> {
  const lines = text.split('\n')
  const typed = lines.filter((one) => language === 'sh' || one.startsWith('$ ')).map((one) => one.replace(/^\$ /, ''))
  if (language !== 'sh' && language !== 'console') return []
  const problems = await Promise.all(typed.map(problemOfCommand))
  return problems.flatMap((problem) => (problem === undefined ? [] : [`${page}:${line}: ${problem}`]))
}

function placeOf({ page, line }: CodeBlock): string {
  return `${page}:${line}`
}
