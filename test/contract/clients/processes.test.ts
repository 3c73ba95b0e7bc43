import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { type EmulatorSettings, startEmulator } from '@soracom-fixtures/emulator'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const programs = join(import.meta.dirname, 'programs')
// Nothing is fetched, whatever version of Go there is.
const env = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '', PYTHONDONTWRITEBYTECODE: '1' }

interface ClientProgram {
  readonly clients: string
  readonly command: string
  /** What shows that it can be run: a command that ends well. */
  readonly probe: readonly string[]
  readonly args: readonly string[]
  readonly settings?: Partial<EmulatorSettings>
}

// Each speaks as published clients in its language do, by its own standard library, and checks what those parse; the last
// is two of them themselves.
const programsOfClients: readonly ClientProgram[] = [
  { clients: 'clients in Go', command: 'go', probe: ['version'], args: ['run', 'go.go'] },
  { clients: 'clients in Python', command: 'python3', probe: ['--version'], args: ['python.py'] },
  { clients: 'clients in Ruby', command: 'ruby', probe: ['--version'], args: ['ruby.rb'] },
  // Older ones than 11 know neither the option nor programs of one file.
  { clients: 'a client in Java', command: 'java', probe: ['--version'], args: ['Java.java'] },
  {
    clients: 'the generated clients in Python',
    command: 'python3',
    probe: ['-c', 'import soracom_api, soracom_sandbox'],
    args: ['python_generated.py'],
    settings: { sandboxCallsNeedAuth: false },
  },
]

test.for(programsOfClients)(
  '$clients find what they know of the sandbox, and leave nothing',
  { timeout: 300_000 },
  async ({ clients, command, probe, args, settings = {} }, { skip }) => {
    if (spawnSync(command, probe).status !== 0) {
      console.log(`contract: skipped ${clients}: "${command} ${probe.join(' ')}" does not work here`)
      skip(`"${command} ${probe.join(' ')}" does not work here`)
    }
    await using emulator = await startEmulator({ logSize: 10_000, settings })
    const { stdout } = await run(command, [...args, emulator.endpoint], { cwd: programs, env })
    expect(stdout).toMatch(/^\d+ checks passed\n$/)
    expect(emulator.counts().operatorsMade).toBeGreaterThan(0)
    expect(emulator.counts().operatorsLeft).toBe(0)
    expect(emulator.log().filter(({ status }) => status >= 500)).toEqual([])
  },
)
