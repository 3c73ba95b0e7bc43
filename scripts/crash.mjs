// Crashes real runs at random moments and counts what is left. Usage: npm run test:crash -- --runs N --seed S
// [--runner 'vitest 3.2'], where all runs are of one runner.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    runner: { type: 'string' },
  },
})
const { runner, ...numbers } = values
const runners = ['vitest 3.2', 'vitest 4.1', 'vitest 5.1', 'jest 29', 'jest 30']
if (runner !== undefined && !runners.includes(runner)) {
  console.error(`--runner must be one of ${runners.join(', ')}; it is ${JSON.stringify(runner)}.`)
  process.exit(2)
}
for (const [name, value] of Object.entries(numbers)) {
  if (/^\d+$/.test(value) && (name === 'seed' || Number(value) > 0)) continue
  console.error(`--${name} must be a whole number; it is ${JSON.stringify(value)}.`)
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'soracom-fixtures-crash-'))
const result = join(folder, 'result.json')
const env = {
  ...process.env,
  CRASH_RUNS: values.runs,
  CRASH_SEED: values.seed,
  CRASH_RESULT: result,
  CRASH_RUNNER: runner ?? '',
}
const child = spawn('vitest', ['run', '--project', 'crash', '--reporter', 'dot'], {
  env,
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
})
const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
const { runs, made, left } = read(result)
rmSync(folder, { recursive: true, force: true })
console.log(`runs ${runs}, operators made ${made}, left ${left}`)
process.exitCode = code ?? 1

// A run that did not come to its end has no result.
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { runs: 0, made: 0, left: 'unknown' }
  }
}
