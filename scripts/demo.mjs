// Runs the billing example on the embedded emulator, as a newcomer's first look: real fixtures come up, the tests read
// stats and bill, and the operator goes away. No credentials are used, also where the environment has some.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

const root = join(import.meta.dirname, '..')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const child = spawn(process.execPath, [vitest, 'run', '--reporter=verbose'], {
  cwd: join(root, 'examples/billing'),
  env: { ...process.env, SORACOM_FIXTURES_TARGET: 'emulator' },
  stdio: 'inherit',
})
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
