// Brings the pages up to date with the code: blocks that are taken from files, tables that follow from the code, and the
// list of public names. Look at what changed before you commit it.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')
// One file after the other, since several of them write the same page.
const args = ['run', '--project', 'architecture', '--update', '--no-file-parallelism']
const result = spawnSync(process.execPath, [vitest, ...args], {
  cwd: join(import.meta.dirname, '..'),
  env: { ...process.env, UPDATE_DOCS: '1' },
  stdio: 'inherit',
})
process.exitCode = result.status ?? 1
