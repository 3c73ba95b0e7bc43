import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { startEmulator } from '@soracom-fixtures/emulator'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const programs = join(import.meta.dirname, 'programs')
// Nothing is fetched, whatever version of Go there is.
const env = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '', PYTHONDONTWRITEBYTECODE: '1' }

// Each speaks as published clients in its language do, by its own standard library, and checks what those parse.
const clients = [
  { language: 'Go', command: 'go', versionArgs: ['version'], args: ['run', 'go.go'] },
  { language: 'Python', command: 'python3', versionArgs: ['--version'], args: ['python.py'] },
  { language: 'Ruby', command: 'ruby', versionArgs: ['--version'], args: ['ruby.rb'] },
  // Older ones than 11 know neither the option nor programs of one file.
  { language: 'Java', command: 'java', versionArgs: ['--version'], args: ['Java.java'] },
]

test.for(clients)(
  'clients in $language find what they know of the sandbox, and leave nothing',
  { timeout: 300_000 },
  async ({ language, command, versionArgs, args }, { skip }) => {
    if (spawnSync(command, versionArgs).status !== 0) {
      console.log(`contract: skipped the clients in ${language}: there is no ${command} here`)
      skip(`there is no ${command} here`)
    }
    await using emulator = await startEmulator({ logSize: 10_000 })
    const { stdout } = await run(command, [...args, emulator.endpoint], { cwd: programs, env })
    expect(stdout).toMatch(/^\d+ checks passed\n$/)
    expect(emulator.counts().operatorsMade).toBeGreaterThan(0)
    expect(emulator.counts().operatorsLeft).toBe(0)
    expect(emulator.log().filter(({ status }) => status >= 500)).toEqual([])
  },
)
