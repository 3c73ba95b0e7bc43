import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSharedPace } from './shared-pace.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soracom-fixtures-pace-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

const perMinute = 6_000

describe('a shared pace', () => {
  test('lets a burst go at once, and spreads what comes after it', async () => {
    const pace = createSharedPace({ path: join(folder, 'pace'), callsPerMinute: perMinute, burst: 5 })
    const startedMs = Date.now()
    const times = await Promise.all(Array.from({ length: 15 }, () => pace().then(() => Date.now() - startedMs)))
    // Ten calls beyond the burst, ten milliseconds each: none of them can be earlier, however fast the machine is.
    expect(Math.max(...times)).toBeGreaterThanOrEqual(9 * 10)
  })

  test('is kept by all who share the file together', async () => {
    const options = { path: join(folder, 'pace'), callsPerMinute: perMinute, burst: 1 }
    const paces = Array.from({ length: 4 }, () => createSharedPace(options))
    const startedMs = Date.now()
    await Promise.all(paces.flatMap((pace) => Array.from({ length: 10 }, () => pace())))
    expect(Date.now() - startedMs).toBeGreaterThanOrEqual(39 * 10)
  })

  test('lets go who gives up', async () => {
    const pace = createSharedPace({ path: join(folder, 'pace'), callsPerMinute: 1, burst: 1 })
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
  await createSharedPace({ path, callsPerMinute: perMinute, burst: 1 })()
})
