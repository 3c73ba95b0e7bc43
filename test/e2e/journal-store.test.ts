import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openStore, type Store } from '../../packages/core/src/journal/store/open-store.ts'
import { toStoreAddress } from '../../packages/core/src/kit/store-address.ts'
import { findRedis, startRedis, withoutRedis } from '../../packages/core/src/test-support/start-redis.ts'
import { type CommandLineOutcome, runCommandLine } from '../support/command-line.ts'
import { createInlineProject, type InlineProject } from '../support/inline-project.ts'
import { createJestProject } from '../support/jest-project.ts'

// Each has a mark of its own, so that a leak says which it is.
const key = { SORACOM_AUTH_KEY_ID: 'keyId-of-the-test', SORACOM_AUTH_KEY: 'secret-MARKED-auth-key-7f3a' }
const ownPassword = 'MARKED-Passw0rd-91c2'

const imports = `
import { expect, test } from 'vitest'
import { operator, useFixtures } from '@soracom-fixtures/vitest'
`
const passes = `${imports}
const fx = useFixtures({ shop: operator() })
test('is there', () => expect(fx.shop.operatorId).toMatch(/^OP/))
`
const hangs = `${imports}
const fx = useFixtures({ shop: operator({ password: process.env.OWN_PASSWORD }) })
test('hangs', async () => {
  await fx.shop.client.operators.get(fx.shop.operatorId)
  await new Promise(() => {})
}, 600_000)
`
const without = `import { test } from 'vitest'\ntest('makes nothing', () => {})`
const globalSetup = `export default { test: { globalSetup: '@soracom-fixtures/vitest/global-setup' } }`

const waiting = { timeout: 60_000, interval: 50 }
const otherMachine = { NODE_OPTIONS: `--import=${join(import.meta.dirname, '../support/other-machine.mjs')}` }
const withoutReaper = { SORACOM_FIXTURES_REAPER: 'off' }

let emulator: Emulator
let place: { readonly url: string; end(): Promise<void> }
let store: Store
const projects: InlineProject[] = []
const hanging: number[] = []

// Files where no Redis is to be had: what is tested here is the same for all.
const isWithRedis = findRedis() !== undefined

beforeEach(async () => {
  emulator = await startEmulator()
  place = isWithRedis ? await openRedis() : await openFolder()
  store = await openStore(toStoreAddress(place.url) as NonNullable<ReturnType<typeof toStoreAddress>>)
})

afterEach(async () => {
  for (const pid of hanging.splice(0)) killGroup(pid)
  await store.close()
  await place.end()
  await emulator.close()
  for (const project of projects.splice(0)) await project.remove()
})

async function openRedis(): Promise<typeof place> {
  const { url, stop } = await startRedis()
  return { url, end: stop }
}

async function openFolder(): Promise<typeof place> {
  const folder = await mkdtemp(join(tmpdir(), 'soracom-fixtures-fleet-'))
  return { url: `file://${folder}`, end: () => rm(folder, { recursive: true }) }
}

const env = (more: object = {}) => ({
  SORACOM_FIXTURES_TARGET: emulator.endpoint,
  SORACOM_FIXTURES_JOURNAL_STORE: place.url,
  ...key,
  ...more,
})

async function createProject(files: Readonly<Record<string, string>>): Promise<InlineProject> {
  const project = await createInlineProject(files)
  projects.push(project)
  return project
}

// Starts a run whose test hangs, and resolves when that test has begun.
async function startHanging(project: InlineProject, more: object = {}): Promise<number> {
  const { calls } = emulator.counts()
  const { pid } = project.startVitest({ env: env(more) })
  hanging.push(pid)
  await vi.waitFor(() => expect(emulator.counts().calls).toBeGreaterThanOrEqual(calls + 2), waiting)
  return pid
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    // It has ended already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function commandIn(project: InlineProject, ...args: readonly string[]): Promise<CommandLineOutcome> {
  return await runCommandLine(args, { cwd: project.folder, env: env() })
}

async function keysOf(kind: 'entries' | 'leases'): Promise<readonly string[]> {
  return (await store.keys()).filter((one) => one.startsWith(`${kind}:`))
}

// As if so much time had passed that the leases are over.
async function endLeases(): Promise<void> {
  for (const lease of await keysOf('leases')) {
    await store.remove(lease)
    await store.write(lease.replace(/\d+$/, String(Date.now() - 1)), {})
  }
}

describe(`a fleet with a journal in ${isWithRedis ? 'Redis' : `files (Redis: ${withoutRedis})`}`, () => {
  test('a run writes its operators down there, without a secret, and takes them out when they are gone', async () => {
    const project = await createProject({ 'a.test.ts': passes, 'b.test.ts': hangs })
    const pid = await startHanging(project, { ...withoutReaper, OWN_PASSWORD: ownPassword })
    await vi.waitFor(
      async () => expect((await keysOf('entries')).filter((one) => /:made$/.test(one))).toHaveLength(1),
      waiting,
    )
    const keys = await store.keys()
    const all = JSON.stringify([keys, await store.read(keys)])
    expect(all).toContain('b.test.ts')
    expect(all).toContain(key.SORACOM_AUTH_KEY_ID)
    expect(all).not.toMatch(/MARKED|secret-|eyJ/)
    killGroup(pid)

    const before = (await keysOf('entries')).length
    const outcome = await project.runVitest({ env: env(withoutReaper), args: ['a.test.ts'] })
    expect(outcome).toMatchObject({ exitCode: 0, text: expect.stringContaining('1 passed') })
    expect(outcome.text).not.toContain('MARKED')
    expect(await keysOf('entries')).toHaveLength(before)
  })

  test('what a living run on another machine holds is never deleted, and what a lost machine left is', async () => {
    const there = await createProject({ 'a.test.ts': hangs })
    const here = await createProject({ 'b.test.ts': without, 'vitest.config.js': globalSetup })
    const pid = await startHanging(there, { ...withoutReaper, ...otherMachine })
    const held = await commandIn(here, 'sweep', '--yes', '--all')
    expect(held.stdout).toMatch(/in use +its run on another machine holds a lease until 20/)
    await here.runVitest({ env: env() })
    expect(emulator.counts().operatorsLeft).toBe(1)

    killGroup(pid)
    await rm(join(there.folder, '.soracom-fixtures'), { recursive: true })
    expect((await commandIn(here, 'sweep', '--yes')).stdout).toContain('holds a lease until')
    expect(emulator.counts().operatorsLeft).toBe(1)
    await endLeases()
    const shown = await commandIn(here, 'sweep')
    expect(shown.stdout).toMatch(/OP\d+ .*a\.test\.ts .*left +the lease of its run on another machine ended at 20/)
    expect((await commandIn(here, 'doctor')).stdout).toMatch(/^ok +journal-store +1 operators and 0 runs that go on/m)
    const swept = await commandIn(here, 'sweep', '--yes')
    expect(swept).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('deleted 1 ·') })
    expect(emulator.counts().operatorsLeft).toBe(0)
    expect(await keysOf('entries')).toEqual([])
  })

  test('the global setup of any machine deletes what a lost one left', async () => {
    const there = await createProject({ 'a.test.ts': hangs })
    const here = await createProject({ 'b.test.ts': without, 'vitest.config.js': globalSetup })
    killGroup(await startHanging(there, { ...withoutReaper, ...otherMachine }))
    await endLeases()
    const next = await here.runVitest({ env: env() })
    expect(next.stderr).toContain('soracom-fixtures: deleted 1 operator that earlier runs had left')
    expect(emulator.counts().operatorsLeft).toBe(0)
  })

  test('the reaper cleans up there too, and takes the lease back', async () => {
    const project = await createProject({ 'a.test.ts': hangs, 'vitest.config.js': globalSetup })
    const pid = await startHanging(project)
    expect(await keysOf('leases')).not.toEqual([])
    // Its own files may be gone with a workspace that was cleared: the store tells of it as well.
    await rm(join(project.folder, '.soracom-fixtures/journal'), { recursive: true })
    killGroup(pid)
    await vi.waitFor(() => expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 }), waiting)
    await vi.waitFor(async () => expect(await store.keys()).toEqual([]), waiting)
  })

  test('it works inside Jest', async () => {
    const project = await createJestProject({
      'a.test.js': `
        const { operator, useFixtures } = require('@soracom-fixtures/jest')
        const fx = useFixtures({ shop: operator() })
        test('is there', () => expect(fx.shop.operatorId).toMatch(/^OP/))
      `,
    })
    onTestFinished(project.remove)
    const outcome = await project.runJest({ env: env(withoutReaper) })
    expect(outcome).toMatchObject({ exitCode: 0, tests: [{ status: 'passed' }] })
    expect(outcome.text).not.toMatch(/did not exit|MARKED/)
    expect(await keysOf('entries')).toEqual([])
    expect(await keysOf('leases')).toHaveLength(1)
  })

  test('a store that is away fails a setup before anything is made, and says what to do', async () => {
    const project = await createProject({ 'a.test.ts': passes })
    await place.end()
    const away = { SORACOM_FIXTURES_JOURNAL_STORE: 'redis://:MARKED-redis@127.0.0.1:9' }
    const outcome = await project.runVitest({ env: env({ ...withoutReaper, ...away }) })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text).toMatch(
      /The journal's store \(redis at 127\.0\.0\.1:9\) could not be used while writing to it: /,
    )
    expect(outcome.text).not.toContain('MARKED')
    expect(emulator.counts().operatorsMade).toBe(0)
    const swept = await runCommandLine(['sweep'], { cwd: project.folder, env: env(away) })
    expect(swept).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('SORACOM_FIXTURES_JOURNAL_STORE') })
    const told = await runCommandLine(['doctor'], { cwd: project.folder, env: env(away) })
    expect(told.stdout).toMatch(/^problem +journal-store +/m)
    expect(swept.stderr + told.stdout).not.toContain('MARKED')
    place = { ...place, end: async () => {} }
  })
})

test('an operator is not made before the store has its intention and a lease', async () => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    if (request.method === 'PUT') seen.push(`${request.url?.split('/').at(-1)} ${emulator.counts().operatorsMade}`)
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end('[]'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as { port: number }
  const project = await createProject({ 'a.test.ts': passes })
  const more = { ...withoutReaper, SORACOM_FIXTURES_JOURNAL_STORE: `http://127.0.0.1:${port}/journal` }
  expect(await project.runVitest({ env: env(more) })).toMatchObject({ exitCode: 0 })
  expect(seen.map((text) => text.replace(/^\d{13,}/, 'lease'))).toEqual(['lease 0', 'intended 0', 'made 1'])
  const journal = await readFile(join(project.folder, '.soracom-fixtures/.gitignore'), 'utf8')
  expect(journal).toBe('*\n')
})
