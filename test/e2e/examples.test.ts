import { execFile, spawnSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, type TestContext, test } from 'vitest'
import { listPages, readCodeBlocks } from '../architecture/markdown.ts'
import { cleanEnvironment } from '../support/run-vitest.ts'
import { toShape } from '../support/shown-output.ts'

const run = promisify(execFile)
const examples = join(import.meta.dirname, '../../examples')
const env = cleanEnvironment()

test.for(await readdir(examples))('the example %s passes by its own npm test', async (name, context) => {
  if (name === 'other-languages') skipWithout('python3', context)
  const printed = await npm(name, 'test')
  // Vitest tells on the one stream, Jest and Python on the other.
  expect(printed).toMatch(/^ *Tests:? +\d+ passed(,| \()|^Ran 2 tests in [\d.]+s\n\nOK$/m)
  expect(toShape(printed)).toEqual(expect.arrayContaining(shownOn(`output of npm test in examples/${name}`)))
})

test('the example other-languages passes by curl too', async (context) => {
  skipWithout('curl', context)
  expect(await npm('other-languages', 'run', 'smoke')).toMatch(
    /^OP\d+ is deleted$[\s\S]* 1 operator made, none is left;/m,
  )
})

test('the demo ends with how many operators were made, and that none is left', async () => {
  const script = join(examples, '../scripts/demo.mjs')
  const { stdout, stderr } = await run(process.execPath, [script], { env: cleanEnvironment() })
  expect((stdout + stderr).trim()).toMatch(
    /soracom-fixtures: 1 operator made, none is left; \d+ calls; 1 setup in \d+\.\d s$/,
  )
})

// What the pages show of it.
function shownOn(wanted: string): string[] {
  const blocks = listPages().flatMap(readCodeBlocks)
  return blocks.filter(({ comment }) => comment === wanted).flatMap(({ text }) => toShape(text))
}

async function npm(name: string, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run('npm', args, {
    cwd: join(examples, name),
    env,
    shell: process.platform === 'win32',
  })
  return stdout + stderr
}

function skipWithout(program: string, { skip }: TestContext): void {
  if (spawnSync(program, ['--version']).status !== 0) skip(`there is no ${program} here`)
}
