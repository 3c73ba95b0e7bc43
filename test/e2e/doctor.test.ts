import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CommandLineOutcome, runCommandLine } from '../support/command-line.ts'
import { createInlineProject, type InlineProject } from '../support/inline-project.ts'
import { readShownOutput, toShape } from '../support/shown-output.ts'

const key = { authKeyId: 'keyId-known', authKey: 'secret-known-hunter2' }
let emulator: Emulator
let project: InlineProject

beforeEach(async () => {
  emulator = await startEmulator({ authKeys: [key] })
  project = await createInlineProject({})
})

afterEach(async () => {
  await emulator.close()
  await project.remove()
})

async function doctor(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<CommandLineOutcome> {
  const outcome = await runCommandLine(['doctor', ...args], { cwd: project.folder, env })
  expect(outcome.stdout + outcome.stderr).not.toContain('hunter2')
  return outcome
}

const credentials = { SORACOM_AUTH_KEY_ID: key.authKeyId, SORACOM_AUTH_KEY: key.authKey }

test('doctor tells of a project that is well', async () => {
  const { exitCode, stdout } = await doctor({})
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(/^ok +node-version +Node /m)
  expect(stdout).toMatch(/^ok +vitest-version +Vitest 4\./m)
  expect(stdout).toMatch(/^ok +target +the target is the embedded emulator, since no credentials are given$/m)
  expect(emulator.counts().calls).toBe(0)
})

test('doctor asks the target whether it takes the auth key, and makes nothing', async () => {
  const good = await doctor({ ...credentials, SORACOM_FIXTURES_TARGET: emulator.endpoint })
  expect(good.stdout).toMatch(/^ok +credentials +the target takes the auth key$/m)
  expect(good.stdout).toMatch(/^ok +clock +/m)
  expect(good.stdout).toContain('authKeyId from SORACOM_AUTH_KEY_ID in the environment')
  expect(good.exitCode).toBe(0)
  const wrong = { ...credentials, SORACOM_AUTH_KEY: 'secret-wrong-hunter2', SORACOM_FIXTURES_TARGET: emulator.endpoint }
  const bad = await doctor(wrong)
  expect(bad.stdout).toMatch(/^problem +credentials +the target does not take the auth key \(SBX1002\) → /m)
  expect(bad.exitCode).toBe(1)
  const shown = await readShownOutput('docs/cleanup.md', 'npx soracom-fixtures doctor')
  expect(toShape(bad.stdout)).toEqual(expect.arrayContaining(toShape(shown)))
  expect(emulator.counts().operatorsMade).toBe(0)
})

test('doctor says why a target cannot be reached, or may not be', async () => {
  await emulator.close()
  const away = await doctor({ SORACOM_FIXTURES_TARGET: emulator.endpoint }, '--json')
  expect(away.exitCode).toBe(1)
  expect(JSON.parse(away.stdout)).toContainEqual(
    expect.objectContaining({ id: 'target-reachable', state: 'problem', mend: expect.any(String) }),
  )
  const foreign = await doctor({ SORACOM_FIXTURES_TARGET: 'https://api-sandbox.soracom.io.example.com' })
  expect(foreign.stdout).toContain('are refused, and nothing was sent')
  const production = await doctor({ SORACOM_FIXTURES_TARGET: 'https://api.soracom.io' })
  expect(production.stdout).toMatch(/^problem +configuration +.*the production API/m)
  expect(production.exitCode).toBe(1)
})

test('doctor tells the settings in force with their values and places, and no secret', async () => {
  await writeFile(join(project.folder, '.env'), 'SORACOM_FIXTURES_MAX_IN_FLIGHT=7\n')
  const store = { SORACOM_FIXTURES_JOURNAL_STORE: `file://${project.folder}/store`, SORACOM_FIXTURES_REAPER: 'off' }
  const { stdout } = await doctor({ ...credentials, ...store, SORACOM_FIXTURES_TARGET: emulator.endpoint })
  expect(stdout).toContain('maxInFlight 7 from SORACOM_FIXTURES_MAX_IN_FLIGHT in .env')
  expect(stdout).toContain('reaper false from SORACOM_FIXTURES_REAPER in the environment')
  expect(stdout).toContain('journalStore from SORACOM_FIXTURES_JOURNAL_STORE in the environment')
  expect(stdout).toMatch(/^ok +journal-store +0 operators and 0 runs that go on in fs at \//m)
})

test('doctor names the place of a setting that is malformed', async () => {
  await writeFile(join(project.folder, '.env'), 'SORACOM_FIXTURES_MAX_IN_FLIGHT=many\n')
  expect((await doctor({})).stdout).toContain('SORACOM_FIXTURES_MAX_IN_FLIGHT in .env must be a whole number')
})
