// Brings the pages up to date with the code: blocks that are taken from files, tables that follow from the code, and the
// list of public names. Look at what changed before you commit it.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')
const result = spawnSync(process.execPath, [vitest, 'run', '--project', 'architecture', '--update'], {
  cwd: join(import.meta.dirname, '..'),
  env: { ...process.env, UPDATE_DOCS: '1' },
  stdio: 'inherit',
})
process.exitCode = result.status ?? 1
