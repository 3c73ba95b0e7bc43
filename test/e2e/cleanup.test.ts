import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { createClient } from '@soracom-fixtures/client'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerCommandLine, type CommandLineOutcome, runCommandLine } from '../support/command-line.ts'
import { createInlineProject, type InlineProject } from '../support/inline-project.ts'
import { readShownOutput, toShape } from '../support/shown-output.ts'

let emulator: Emulator
let project: InlineProject
const hanging: number[] = []

const imports = `
import { expect, test } from 'vitest'
import { operator, useFixtures } from '@soracom-fixtures/vitest'
`
const hangs = `${imports}
const fx = useFixtures({ shop: operator() })
test('hangs', async () => {
  await fx.shop.client.operators.get(fx.shop.operatorId)
  await new Promise(() => {})
}, 600_000)
`
const without = `import { test } from 'vitest'\ntest('makes nothing', () => {})`
const globalSetup = `export default { test: { globalSetup: '@soracom-fixtures/vitest/global-setup' } }`

beforeEach(async () => {
  emulator = await startEmulator()
})

afterEach(async () => {
  for (const pid of hanging.splice(0)) killGroup(pid)
  await emulator.close()
  await project.remove()
})

const env = (more: object = {}) => ({ SORACOM_FIXTURES_TARGET: emulator.endpoint, ...more })
const withoutReaper = { SORACOM_FIXTURES_REAPER: 'off' }

async function sweep(...args: readonly string[]): Promise<CommandLineOutcome> {
  return await runCommandLine(['sweep', ...args], { cwd: project.folder, env: env() })
}

async function sweepWith(more: object, ...args: readonly string[]): Promise<CommandLineOutcome> {
  return await runCommandLine(['sweep', ...args], { cwd: project.folder, env: env(more) })
}

const waiting = { timeout: 30_000, interval: 50 }

// Starts a run whose test hangs, and gives it when that test has begun.
async function startHanging(more: object = {}): Promise<number> {
  const { calls } = emulator.counts()
  const { pid } = project.startVitest({ env: env(more), args: ['--exclude', 'b.test.ts'] })
  hanging.push(pid)
  await vi.waitFor(() => expect(emulator.counts().calls).toBeGreaterThanOrEqual(calls + 2), waiting)
  return pid
}

function killGroup(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    // It has ended already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

// Leaves the operator of a run behind.
async function leaveOne(more: object = {}): Promise<void> {
  killGroup(await startHanging({ ...withoutReaper, ...more }))
  await vi.waitFor(async () => expect((await sweep('--json')).stdout).toContain('"state": "left"'), waiting)
}

// All files of the journal, one after the other.
async function readJournal(): Promise<string> {
  const folder = join(project.folder, '.soracom-fixtures/journal')
  const names = await readdir(folder)
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('')
}

describe('a run that is killed', () => {
  test('is cleaned up after by the reaper, and the next run says so', async () => {
    project = await createInlineProject({ 'a.test.ts': hangs, 'b.test.ts': without, 'vitest.config.js': globalSetup })
    killGroup(await startHanging())
    await vi.waitFor(() => expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 }), waiting)
    const journal = join(project.folder, '.soracom-fixtures/journal')
    await vi.waitFor(async () => {
      expect((await readdir(journal)).filter((name) => !name.endsWith('.reaped.json'))).toEqual([])
    }, waiting)
    expect((await readdir(join(project.folder, '.soracom-fixtures'))).sort()).toEqual(['.gitignore', 'journal'])

    const next = await project.runVitest({ env: env(), args: ['b.test.ts'] })
    expect(next.stderr).toMatch(/its reaper deleted operator OP\d+ of a\.test\.ts/)
    const after = await project.runVitest({ env: env(), args: ['b.test.ts'] })
    expect(after.stderr).not.toContain('reaper')
  })

  test('is cleaned up after without a global setup too', async () => {
    project = await createInlineProject({ 'a.test.ts': hangs })
    killGroup(await startHanging(), 'SIGTERM')
    await vi.waitFor(() => expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 }), waiting)
  })

  test('leaves an operator without the reaper, which the next global setup deletes', async () => {
    project = await createInlineProject({ 'a.test.ts': hangs, 'b.test.ts': without, 'vitest.config.js': globalSetup })
    await leaveOne()
    expect(emulator.counts().operatorsLeft).toBe(1)
    const next = await project.runVitest({ env: env(), args: ['b.test.ts'] })
    expect(next.stderr).toContain('soracom-fixtures: deleted 1 operator that earlier runs had left')
    expect(emulator.counts().operatorsLeft).toBe(0)
  })
})

describe('soracom-fixtures sweep', () => {
  test('shows what is left, and deletes it when it is told to', async () => {
    project = await createInlineProject({ 'test/a.test.ts': hangs })
    await leaveOne()
    const journal = await readShownOutput('docs/cleanup.md', 'the journal')
    const lines = toShape(await readJournal()).map((line) => line.replace(/,"run":.*$/, ', … }'))
    expect(lines).toEqual(toShape(journal))
    const shown = await sweep()
    expect(shown.exitCode).toBe(1)
    expect(shown.stdout).toMatch(
      /^operator +e-mail +file +run +age +state +why\nOP\d+ +fixtures-run-\w+-1-1@… +test\/a\.test\.ts/,
    )
    const page = await readShownOutput('docs/cleanup.md', 'npx soracom-fixtures sweep')
    expect(toShape(shown.stdout)).toEqual(expect.arrayContaining(toShape(page)))
    expect(shown.stderr).toContain('Add --yes')
    expect(emulator.counts().operatorsLeft).toBe(1)

    expect(await sweep('--yes', '--older-than', '1h')).toMatchObject({ exitCode: 0, stdout: 'Nothing is left.\n' })
    const swept = await sweep('--yes', '--file', 'a.test.ts')
    expect(swept.exitCode).toBe(0)
    expect(swept.stdout).toContain('deleted 1 · already gone 0 · failed 0')
    expect(emulator.counts().operatorsLeft).toBe(0)
    expect(await sweep('--yes')).toMatchObject({ exitCode: 0, stdout: 'Nothing is left.\n' })
  })

  test('asks for a typed word at a terminal, and takes no other', async () => {
    project = await createInlineProject({ 'a.test.ts': hangs })
    await leaveOne()
    const answered = async (answer: string) =>
      await answerCommandLine(['sweep'], { cwd: project.folder, env: env(), question: 'Type "delete"', answer })
    const refused = await answered('yes')
    expect(refused).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('nothing was deleted') })
    expect(emulator.counts().operatorsLeft).toBe(1)
    const deleted = await answered('delete')
    expect(deleted).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('deleted 1 ·') })
    expect(emulator.counts().operatorsLeft).toBe(0)
  })

  test('never deletes what a living process holds', async () => {
    project = await createInlineProject({ 'a.test.ts': hangs })
    await startHanging(withoutReaper)
    const swept = await sweep('--yes', '--all')
    expect(swept.stdout).toMatch(/in use +its process \d+ runs/)
    expect(emulator.counts().operatorsLeft).toBe(1)
  })

  test('finds the operators of a run that no journal tells of, by the name of the run', async () => {
    project = await createInlineProject({ 'a.test.ts': hangs })
    await leaveOne({ SORACOM_FIXTURES_RUN_NAME: 'Nightly-7' })
    await rm(join(project.folder, '.soracom-fixtures'), { recursive: true })
    expect(await sweep('--yes')).toMatchObject({ exitCode: 0, stdout: 'Nothing is left.\n' })
    const swept = await sweep('--yes', '--run', 'nightly-7')
    expect(swept.stdout).toContain('deleted 1 ·')
    expect(emulator.counts().operatorsLeft).toBe(0)
    expect(existsSync(join(project.folder, '.soracom-fixtures'))).toBe(false)
  })

  test('cannot delete an operator with a password of its own, and says how it is deleted', async () => {
    const own = hangs.replace('operator()', "operator({ email: 'own@example.com', password: 'Password-of-its-0wn' })")
    project = await createInlineProject({ 'a.test.ts': own })
    await leaveOne()
    const swept = await sweep('--yes')
    expect(swept.exitCode).toBe(1)
    expect(swept.stdout).toContain('soracom-fixtures sweep --adopt own@example.com')
    const adopted = await sweepWith({ SORACOM_PASSWORD: 'Password-of-its-0wn' }, '--adopt', 'own@example.com', '--yes')
    expect(adopted).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('deleted OP') })
    expect(emulator.counts().operatorsLeft).toBe(0)
    expect((await sweep('--yes')).exitCode).toBe(0)
  })

  test('deletes an operator that no journal knows when it is adopted, and else never', async () => {
    project = await createInlineProject({})
    const account = { email: 'hand@example.com', password: 'Made-by-hand-1' }
    const client = createClient({ endpoint: emulator.endpoint })
    const { operatorId } = await client.sandbox.initializeOperator({
      ...account,
      authKeyId: 'keyId-a',
      authKey: 'secret-a',
    })
    expect((await sweep('--yes', '--all')).stdout).toBe('Nothing is left.\n')
    expect((await sweep('--adopt', operatorId, '--yes')).stdout).toContain('Give that in SORACOM_EMAIL')
    const wrong = await sweepWith(
      { SORACOM_EMAIL: account.email, SORACOM_PASSWORD: 'Wrong-1' },
      '--adopt',
      operatorId,
      '--yes',
    )
    expect(wrong.exitCode).toBe(1)
    expect(emulator.counts().operatorsLeft).toBe(1)
    const told = { SORACOM_EMAIL: account.email, SORACOM_PASSWORD: account.password }
    expect((await sweepWith(told, '--adopt', operatorId)).exitCode).toBe(1)
    expect((await sweepWith(told, '--adopt', operatorId, '--yes')).exitCode).toBe(0)
    expect(emulator.counts().operatorsLeft).toBe(0)
  })

  test('takes a server that is gone as the end of what it held in memory', async () => {
    project = await createInlineProject({ 'a.test.ts': hangs })
    await leaveOne()
    await emulator.close()
    const swept = await sweep('--yes')
    expect(swept).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('deleted 0 · already gone 1') })
  })
})

test('processes of a run have no address in common, and a name that was used before is no hindrance', async () => {
  const quick = `${imports}
const fx = useFixtures({ shop: operator(), other: operator() })
test('is there', () => expect(fx.shop.email).not.toBe(fx.other.email))
`
  project = await createInlineProject({
    'a.test.ts': quick,
    'b.test.ts': quick,
    'c.test.ts': quick,
    'd.test.ts': hangs,
  })
  await leaveOne({ SORACOM_FIXTURES_RUN_NAME: 'again' })
  await rm(join(project.folder, '.soracom-fixtures'), { recursive: true })
  await rm(join(project.folder, 'd.test.ts'))
  const outcome = await project.runVitest({ env: env({ SORACOM_FIXTURES_RUN_NAME: 'again' }) })
  expect(outcome.text).toContain('3 passed')
  expect(emulator.counts().operatorsLeft).toBe(1)
})
