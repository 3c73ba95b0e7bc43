import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@soracom-fixtures/client'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appendLine } from '../journal/append-line.ts'
import type { IntendedLine } from '../journal/journal-line.ts'
import { thisMachine } from '../journal/machine-identity.ts'
import { readJournal } from '../journal/read-journal.ts'
import { useStore } from '../journal/store/use-store.ts'
import { systemTimeText } from '../journal/system-time.ts'
import { derivePassword } from '../platform/platform.ts'
import { reap } from './reap.ts'
import type { ReaperOrder } from './reaper-order.ts'

const email = 'fixtures-nightly-1-1@fixtures.example.com'
const key = { authKeyId: 'keyId-a', authKey: 'secret-a' }
const dead = { pid: 2 ** 22 + 1, started: '1' }

let folder: string
let emulator: Emulator
let order: ReaperOrder

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soracom-fixtures-reap-'))
  emulator = await startEmulator()
  const store = { driver: 'fs', options: { base: join(folder, 'store') } }
  order = { folder, run: 'nightly', runner: dead, runFolder: undefined, client: {}, store, ...key }
  const password = derivePassword(key.authKey, email)
  await createClient({ endpoint: emulator.endpoint }).sandbox.initializeOperator({ email, password, ...key })
})

afterEach(async () => {
  await emulator.close()
  await rm(folder, { recursive: true })
})

function intended(machine: string): IntendedLine {
  return {
    type: 'intended',
    at: systemTimeText(),
    email,
    run: 'nightly',
    process: dead,
    runner: dead,
    machine,
    file: 'test/a.test.ts',
    endpoint: emulator.endpoint,
    authKeyId: key.authKeyId,
    password: 'derived',
    sweepAfter: systemTimeText(3_600_000),
  }
}

// Another machine whose run has the same name, and so the same addresses.
async function intendElsewhere(isHeld: boolean): Promise<void> {
  const there = intended('another-machine')
  await useStore(order.store as NonNullable<typeof order.store>, async (journal) => {
    await journal.intend(there)
    if (isHeld) await journal.hold(there)
  })
}

const path = () => join(folder, 'nightly.1.ndjson')

test('an operator that was intended here is deleted', async () => {
  appendLine(path(), intended(thisMachine()))
  await intendElsewhere(false)
  await reap(order)
  expect(emulator.counts().operatorsLeft).toBe(0)
})

test('an operator that a living run on another machine may have made is left to that', async () => {
  appendLine(path(), intended(thisMachine()))
  await intendElsewhere(true)
  await reap(order)
  expect(emulator.counts().operatorsLeft).toBe(1)
  expect(readJournal(folder).entries).toMatchObject([{ failure: expect.stringContaining('on another machine') }])
})

test('an operator that was surely made here is deleted, whoever else intended its address', async () => {
  appendLine(path(), intended(thisMachine()))
  appendLine(path(), { type: 'made', at: systemTimeText(), email, operatorId: 'OP1' })
  await intendElsewhere(true)
  await reap(order)
  expect(emulator.counts().operatorsLeft).toBe(0)
})
