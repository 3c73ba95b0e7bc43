import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStorage } from 'unstorage'
import { createStorageServer } from 'unstorage/server'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { StoreAddress } from '../../kit/store-address.ts'
import { findRedis, startRedis, withoutRedis } from '../../test-support/start-redis.ts'
import type { IntendedLine } from '../journal-line.ts'
import { systemTime } from '../system-time.ts'
import { openStore, type Store } from './open-store.ts'
import { leaseMs, leaseName, type StoredJournal, toStoredJournal } from './stored-journal.ts'

const run = { run: 'nightly', machine: 'here', runner: { pid: 7, started: '70' } }

function intended(email: string, changes: Partial<IntendedLine> = {}): IntendedLine {
  return {
    ...run,
    type: 'intended',
    at: '2026-11-01T00:00:00.000Z',
    email,
    process: { pid: 8, started: '80' },
    file: 'test/a.test.ts',
    endpoint: 'http://127.0.0.1:4010',
    authKeyId: 'keyId-a',
    password: 'derived',
    sweepAfter: '2026-11-01T01:00:00.000Z',
    ...changes,
  }
}

interface Place {
  readonly address: StoreAddress
  end(): Promise<void>
}

const places: Readonly<Record<string, () => Promise<Place>>> = {
  memory: async () => ({ address: { driver: 'memory', options: {} }, end: async () => {} }),

  async fs() {
    const base = await mkdtemp(join(tmpdir(), 'soracom-fixtures-store-'))
    return { address: { driver: 'fs', options: { base } }, end: () => rm(base, { recursive: true }) }
  },

  async http() {
    const { handle } = createStorageServer(createStorage())
    const server = createServer(handle).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    return {
      address: { driver: 'http', options: { base: `http://127.0.0.1:${port}` } },
      async end() {
        server.close()
        server.closeAllConnections()
      },
    }
  },

  async redis() {
    const { url, stop } = await startRedis()
    return { address: { driver: 'redis', options: { url } }, end: stop }
  },
}

for (const [driver, open] of Object.entries(places)) {
  const isLeftOut = driver === 'redis' && !findRedis()

  describe.skipIf(isLeftOut)(
    `a journal in a store of the driver ${driver}${isLeftOut ? `, ${withoutRedis}` : ''}`,
    () => {
      let place: Place
      let store: Store
      let journal: StoredJournal

      beforeEach(async () => {
        place = await open()
        store = await openStore(place.address)
        journal = toStoredJournal(store)
      })

      afterEach(async () => {
        await store.close()
        await place.end()
      })

      test('tells of what was intended, made and could not be deleted, until it is closed', async () => {
        await journal.intend(intended('a@example.com'))
        const { type: _, at, ...told } = intended('a@example.com')
        expect((await journal.read()).entries).toEqual([
          {
            ...told,
            intendedAt: at,
            operatorId: undefined,
            closed: undefined,
            failure: undefined,
            path: '',
            stored: true,
          },
        ])
        await journal.made({ ...run, email: 'a@example.com' }, 'OP1')
        await journal.fail({ ...run, email: 'a@example.com' }, 'the server failed')
        expect((await journal.read()).entries).toMatchObject([{ operatorId: 'OP1', failure: 'the server failed' }])
        await journal.close({ ...run, email: 'a@example.com' })
        await journal.close({ ...run, email: 'a@example.com' })
        expect(await journal.read()).toEqual({ entries: [], leases: new Map(), unreadable: 0 })
        expect(await store.keys()).toEqual([])
      })

      test('keeps the entries of two runs and two machines apart, of one address too', async () => {
        const runner = { pid: 9, started: '90' }
        const own = { email: 'a@example.com' }
        await Promise.all([
          journal.intend(intended(own.email)),
          journal.intend(intended(own.email, { machine: 'there' })),
          journal.intend(intended(own.email, { runner })),
          journal.intend(intended('b@example.com')),
        ])
        await journal.close({ ...run, ...own })
        const left = (await journal.read()).entries.map(({ machine, runner: { pid }, email }) => [machine, pid, email])
        expect(left.sort()).toEqual([
          ['here', 7, 'b@example.com'],
          ['here', 9, 'a@example.com'],
          ['there', 7, 'a@example.com'],
        ])
      })

      test('tells until when a run holds a lease, also while one lease follows the other', async () => {
        const before = systemTime()
        const first = await journal.hold(run)
        const second = await journal.hold(run)
        if (first !== second) await journal.drop(first)
        const { leases } = await journal.read()
        expect([...leases.keys()]).toEqual([leaseName(run)])
        expect(leases.get(leaseName(run))).toBeGreaterThanOrEqual(before + leaseMs)
        await journal.release(run)
        expect((await journal.read()).leases.size).toBe(0)
      })

      test('clears leases away that were over long ago, and no others', async () => {
        await store.write(`leases:there-1-2:${systemTime() - 2 * leaseMs}`, {})
        await store.write(`leases:there-3-4:${systemTime() - 1_000}`, {})
        await journal.hold(run)
        await journal.clear()
        expect([...(await journal.read()).leases.keys()].sort()).toEqual([leaseName(run), 'there-3-4'].sort())
      })

      test('passes over what was cut short and what is not ours', async () => {
        await journal.intend(intended('a@example.com'))
        const [key = ''] = await store.keys()
        await store.write(key.replace(/[^:]+:intended$/, 'torn:intended'), { type: 'intended', at: '2026' })
        await store.write('entries:of-others', { some: 'thing' })
        expect(await journal.read()).toMatchObject({ entries: [{ email: 'a@example.com' }], unreadable: 1 })
      })
    },
  )
}

describe('a store that cannot be used', () => {
  test('is told of with what was done and what to do, and without its password', async () => {
    const server = createServer((request) => request.socket.destroy()).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as { port: number }
    const base = `http://user:hunter2secret@127.0.0.1:${port}/journal`
    const store = await openStore({ driver: 'http', options: { base } })
    const error = (await store.keys().catch((reason: unknown) => reason)) as Error & { code?: string }
    expect(error.code).toBe('FIXTURE_JOURNAL')
    expect(error.message).toMatch(
      new RegExp(
        `^The journal's store \\(http at 127\\.0\\.0\\.1:${port}\\) could not be used while listing it: .*SORACOM_FIXTURES_JOURNAL_STORE`,
      ),
    )
    expect(`${error.stack} ${String(error.cause)}`).not.toContain('hunter2')
  })

  test('is told of where its driver is unknown', async () => {
    await expect(openStore({ driver: 'no-such-driver', options: {} })).rejects.toThrow(
      /could not be opened: .*npm install --save-dev unstorage/,
    )
  })
})
