import { execFile } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { listPages, readCodeBlocks } from '../architecture/markdown.ts'
import { cleanEnvironment } from '../support/run-vitest.ts'
import { toShape } from '../support/shown-output.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const main = join(root, 'packages/cli/dist/main.mjs')

const shown = listPages()
  .flatMap(readCodeBlocks)
  .flatMap(({ page, comment = '', text }) => {
    const [, command = '', folder = ''] = /^output of (npx .+) in (examples\/\S+)$/.exec(comment) ?? []
    return folder === '' ? [] : [{ page, command, folder, text }]
  })

// What `npm test` prints is looked at where the examples are run.
test.each(shown)('$page shows what $command in $folder prints', async ({ command, folder, text }) => {
  const typed = command.replace('npx soracom-fixtures', '"$NODE" "$MAIN"')
  const env = { ...cleanEnvironment(), NODE: process.execPath, MAIN: main }
  const { stdout, stderr } = await run('bash', ['-c', typed], { cwd: join(root, folder), env })
  const printed = toShape(stdout + stderr)
  expect(toShape(text).filter((line) => !printed.includes(line))).toEqual([])
})
