import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { holdLease } from '../../reaper/hold-lease.ts'
import { thisMachine } from '../machine-identity.ts'
import { thisProcess } from '../process-identity.ts'
import { keepLease, renewMs } from './keep-lease.ts'
import { leaseName } from './stored-journal.ts'
import { useStore } from './use-store.ts'

let base: string
const runner = { pid: 7, started: '70' }

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'soracom-fixtures-lease-'))
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})

afterEach(async () => {
  vi.useRealTimers()
  await rm(base, { recursive: true })
})

const address = () => ({ driver: 'fs', options: { base } })
const leaseKeys = async () => await useStore(address(), async (_, store) => await store.keys())
const renewed = async (before: readonly string[]) =>
  await vi.waitFor(async () => {
    const keys = await leaseKeys()
    expect(keys).toHaveLength(1)
    expect(keys).not.toEqual(before)
    return keys
  })

test('a process renews the lease of its run as long as operators that it made are there', async () => {
  const lease = keepLease(address(), { machine: 'here', runner })
  await Promise.all([lease.begin('a@example.com'), lease.begin('b@example.com')])
  const first = await leaseKeys()
  expect(first).toEqual([expect.stringContaining(`leases:${leaseName({ machine: 'here', runner })}:`)])
  lease.end('a@example.com')
  vi.advanceTimersByTime(renewMs)
  const second = await renewed(first)
  lease.end('b@example.com')
  expect(vi.getTimerCount()).toBe(0)
  expect(await leaseKeys()).toEqual(second)
  await lease.begin('c@example.com')
  await renewed(second)
  lease.end('c@example.com')
})

test('a reaper renews it too, takes it back when the run is over, and leaves it where that goes on', async () => {
  const order = { folder: base, run: 'nightly', runFolder: undefined, client: {}, authKeyId: 'a', authKey: 'b' }
  const machine = thisMachine()
  const ofEnded = holdLease({ ...order, store: address(), runner: { pid: 2 ** 22 + 1, started: '1' } })
  await vi.waitFor(async () => expect(await leaseKeys()).toHaveLength(1))
  const first = await leaseKeys()
  vi.advanceTimersByTime(renewMs)
  await renewed(first)
  await ofEnded()
  expect(await leaseKeys()).toEqual([])

  const living = thisProcess()
  await holdLease({ ...order, store: address(), runner: living })()
  expect(await leaseKeys()).toEqual([expect.stringContaining(leaseName({ machine, runner: living }))])
})
