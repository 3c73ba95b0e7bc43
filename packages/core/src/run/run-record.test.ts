import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defineFixtures } from '../declare/define-fixtures.ts'
import { runFolderVariable, runKeyVariable } from '../journal/run-folder.ts'
import { operator } from '../resources/operator.ts'
import {
  provideRecords,
  type RunRecord,
  readRecord,
  readRecordOfSetup,
  takeRecords,
  toRunKey,
  writeRecord,
} from './run-record.ts'

const store = defineFixtures({ shop: operator() }, { scope: 'run', name: 'store' })
const other = defineFixtures({ shop: operator() }, { scope: 'run', name: 'other' })

let path: string
const folder = () => ({ path, key: new Uint8Array(32), kept: true })

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'soracom-fixtures-records-'))
})

afterEach(async () => {
  takeRecords(() => undefined)
  vi.unstubAllEnvs()
  await rm(path, { recursive: true })
})

const failed = (message: string): RunRecord => ({ state: 'failed', failedAtMs: 0, message })

test('what a runner hands over is read without the disk', () => {
  provideRecords({ [toRunKey(store)]: failed('handed over') }, (_, records) => takeRecords(() => records))
  expect(readRecordOfSetup(store)).toEqual(failed('handed over'))
})

test('what it does not hand over is read from the folder of the setup, and is nothing where it is not there either', () => {
  provideRecords({ [toRunKey(store)]: failed('handed over') }, (_, records) => takeRecords(() => records))
  expect(readRecordOfSetup(other)).toBeUndefined()
  vi.stubEnv(runFolderVariable, path)
  vi.stubEnv(runKeyVariable, Buffer.from(folder().key).toString('base64url'))
  expect(readRecordOfSetup(other)).toBeUndefined()
  writeRecord(folder(), other, failed('written down'))
  expect(readRecordOfSetup(other)).toEqual(failed('written down'))
})

test('what a run keeps of a set is read from its folder alone', () => {
  provideRecords({ [toRunKey(store)]: failed('handed over') }, (_, records) => takeRecords(() => records))
  expect(readRecord(folder(), store)).toBeUndefined()
})
