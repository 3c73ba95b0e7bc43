import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createSharedPace } from './shared-pace.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soracom-fixtures-pace-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

describe('a shared pace', () => {
  test('lets a tenth go at once, and spreads what comes after it', async () => {
    const pace = createSharedPace({ path: join(folder, 'pace'), calls: 50, perMs: 450 })
    const startedMs = Date.now()
    const times = await Promise.all(Array.from({ length: 15 }, () => pace().then(() => Date.now() - startedMs)))
    // Ten calls beyond the burst, ten milliseconds each: none of them can be earlier, however fast the machine is.
    expect(Math.max(...times)).toBeGreaterThanOrEqual(9 * 10)
  })

  test('is kept by all who share the file together', async () => {
    const options = { path: join(folder, 'pace'), calls: 9, perMs: 90 }
    const paces = Array.from({ length: 4 }, () => createSharedPace(options))
    const startedMs = Date.now()
    await Promise.all(paces.flatMap((pace) => Array.from({ length: 10 }, () => pace())))
    expect(Date.now() - startedMs).toBeGreaterThanOrEqual(39 * 10)
  })

  test('goes on by the time of the system while a test has set another', async () => {
    vi.useFakeTimers({ now: new Date('2035-01-01'), toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const options = { path: join(folder, 'pace'), calls: 9, perMs: 90 }
    await createSharedPace(options)()
    vi.useRealTimers()
    await createSharedPace(options)()
  })

  test('lets go who gives up', async () => {
    const pace = createSharedPace({ path: join(folder, 'pace'), calls: 1 })
    await pace()
    const abort = new AbortController()
    const waiting = pace(abort.signal)
    abort.abort(new Error('given up'))
    await expect(waiting).rejects.toThrow()
  })
})

test('a lock that a dead process left behind is taken over', async () => {
  const child = fork('-e', [], { execArgv: ['-e', 'setInterval(() => {}, 1000)'], stdio: 'ignore' })
  const { pid } = child
  child.kill('SIGKILL')
  await once(child, 'exit')
  const path = join(folder, 'pace')
  await writeFile(`${path}.lock`, JSON.stringify({ pid, started: '1', token: 'of the dead' }))
  await createSharedPace({ path, calls: 100 })()
})

describe('eight processes against a server that enforces the limit', { timeout: 120_000 }, () => {
  const processes = 8
  const times = 50
  const jiti = import.meta.resolve('jiti/register')
  const script = join(import.meta.dirname, '../test-support/call-at-pace.ts')

  // How many calls were refused for their rate, of all.
  async function refused(path: string, perSeconds: number): Promise<number> {
    const emulator = await startEmulator({ rateLimit: { limit: 150, perSeconds } })
    onTestFinished(emulator.close)
    const args = [`${emulator.endpoint}/v1/auth`, path, 150, perSeconds * 1_000, times].map(String)
    const run = async () => await promisify(execFile)(process.execPath, ['--import', jiti, script, ...args])
    const outputs = await Promise.all(Array.from({ length: processes }, run))
    const counts = outputs.map(({ stdout }) => JSON.parse(stdout) as Record<string, number>)
    const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
    expect(sum(counts.flatMap((count) => Object.values(count)))).toBe(processes * times)
    return sum(counts.map((count) => count[429] ?? 0))
  }

  test('are hardly ever refused', async () => {
    // On a machine that stands still for a moment, a few calls may come late.
    expect(await refused(join(folder, 'pace'), 3)).toBeLessThanOrEqual((processes * times) / 20)
  })

  test('are refused by the dozen without a pace', async () => {
    expect(await refused('none', 60)).toBeGreaterThanOrEqual(100)
  })
})
