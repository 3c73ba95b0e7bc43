// Sets the large set up again and again while one call of twenty fails. Usage: npm run test:faults -- --setups N --seed S
import { spawn } from 'node:child_process'
import process from 'node:process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { setups: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
})
for (const [name, value] of Object.entries(values)) {
  if (/^\d+$/.test(value) && (name === 'seed' || Number(value) > 0)) continue
  console.error(`--${name} must be a whole number; it is ${JSON.stringify(value)}.`)
  process.exit(2)
}

const env = { ...process.env, FAULTS_SETUPS: values.setups, FAULTS_SEED: values.seed }
const child = spawn('vitest', ['run', '--project', 'faults', 'everything'], {
  env,
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
})
process.exitCode = (await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))) ?? 1
