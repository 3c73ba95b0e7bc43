import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { cleanEnvironment } from '../support/inline-project.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

test('the README shows what the demo prints, apart from times', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const [, shown = ''] = /<!-- output of npm run demo in \. -->\n+```text\n([\s\S]*?)```/.exec(readme) ?? []
  const { stdout, stderr } = await run(process.execPath, [join(root, 'scripts/demo.mjs')], { env: cleanEnvironment() })
  // The two streams come apart here, so lines are compared without their order.
  expect(toLines(stdout + stderr)).toEqual(toLines(shown))
})

function toLines(text: string): string[] {
  return (
    text
      .replaceAll(/\S+[\\/]examples[\\/]/g, '…/examples/')
      .replaceAll(/\d+(\.\d+)? ?m?s\b/g, 'N')
      .replaceAll(/\d\d:\d\d:\d\d/g, 'N')
      .split('\n')
      .map((line) => line.replace(/ N$/, '').trim())
      // A slow machine has a line more, of what took long.
      .filter((line) => line !== '' && !/fixtures ready in N/.test(line))
      .sort()
  )
}
