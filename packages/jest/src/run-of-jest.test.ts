import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import globalSetup from './global-setup.ts'
import globalTeardown from './global-teardown.ts'

let emulator: Emulator
let folder: string
let written = ''

beforeEach(async () => {
  emulator = await startEmulator()
  folder = await mkdtemp(join(tmpdir(), 'run-of-jest-'))
  written = ''
  vi.stubEnv('SORACOM_FIXTURES_TARGET', emulator.endpoint)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += text
    return true
  })
  const core = join(import.meta.dirname, '../../core/src/index.ts')
  await writeFile(
    join(folder, 'soracom-fixtures.config.ts'),
    `import { defineFixtures, operator } from ${JSON.stringify(core)}
    export const store = defineFixtures({ shop: operator() }, { scope: 'run' })`,
  )
}, 60_000)

afterEach(async () => {
  await globalTeardown()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await emulator.close()
  await rm(folder, { recursive: true })
}, 60_000)

const setup = () => globalSetup({}, { rootDir: folder })

test('a second global teardown does nothing, one at the same time awaits the first', async () => {
  await setup()
  expect(emulator.counts().operatorsLeft).toBe(1)
  await Promise.all([globalTeardown({ bail: 1 }), globalTeardown({ bail: 1 })])
  await globalTeardown()
  expect(written.match(/1 operator made, none is left/g)).toHaveLength(1)
  expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
}, 60_000)

test('a run of watch mode makes its sets anew, also after one that was left open', async () => {
  await setup()
  await globalTeardown()
  await setup()
  await setup()
  expect(emulator.counts()).toMatchObject({ operatorsMade: 3, operatorsLeft: 1 })
  await globalTeardown()
  expect(emulator.counts().operatorsLeft).toBe(0)
}, 60_000)

test('a global teardown without a setup does nothing', async () => {
  await globalTeardown()
  expect(written).toBe('')
}, 60_000)
