// Runs the packed packages with what users have, and tells the results in docs/compatibility.md.
// Usage: npm run test:matrix -- --only PATTERN, where the pattern is looked for in "Jest: Jest 30, ts-jest".
import { spawn } from 'node:child_process'
import process from 'node:process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const args = [
  'run',
  '--project',
  'packaging',
  'test/packaging/matrix.test.ts',
  '--reporter',
  'verbose',
  '--testTimeout=300000',
  '--hookTimeout=600000',
]
const child = spawn('vitest', args, {
  env: { ...process.env, MATRIX: values.only },
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
})
process.exitCode = await new Promise((resolve, reject) =>
  child.on('error', reject).on('close', (code) => resolve(code ?? 1)),
)
