import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { cleanEnvironment } from '../support/run-vitest.ts'

const run = promisify(execFile)
const examples = join(import.meta.dirname, '../../examples')

test.each(await readdir(examples))('the example %s passes by its own npm test', async (name) => {
  const cwd = join(examples, name)
  const env = { ...cleanEnvironment(), SORACOM_FIXTURES_TARGET: 'emulator' }
  const { stdout, stderr } = await run('npm', ['test'], { cwd, env, shell: process.platform === 'win32' })
  // Vitest tells on the one stream, Jest on the other.
  expect(stdout + stderr).toMatch(/^ *Tests:? +\d+ passed(,| \()/m)
})

test('the demo ends with how many operators were made, and that none is left', async () => {
  const script = join(examples, '../scripts/demo.mjs')
  const { stdout, stderr } = await run(process.execPath, [script], { env: cleanEnvironment() })
  expect((stdout + stderr).trim()).toMatch(
    /soracom-fixtures: 1 operator made, none is left; \d+ calls; 1 setup in \d+\.\d s$/,
  )
})
