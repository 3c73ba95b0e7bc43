import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import process from 'node:process'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { derivePassword } from '../../packages/core/src/platform/platform.ts'
import { runCommandLine } from '../support/command-line.ts'
import { createInlineProject, type InlineProject } from '../support/inline-project.ts'

// Each has a mark of its own, so that a leak says which it is.
const key = { authKeyId: 'keyId-of-the-test', authKey: 'secret-MARKED-auth-key-7f3a' }
const ownPassword = 'MARKED-Passw0rd-91c2'

const imports = `
import { expect, test } from 'vitest'
import { coupon, operator, subscriber, useFixtures } from '@soracom-fixtures/vitest'
`
const files = {
  // Its own key is in a file of the project, as many have it.
  '.env': `SORACOM_AUTH_KEY_ID=${key.authKeyId}\nSORACOM_AUTH_KEY=${key.authKey}\n`,
  'vitest.config.js': `export default { test: { globalSetup: '@soracom-fixtures/vitest/global-setup' } }`,
  'soracom-fixtures.config.mjs': `
import { defineFixtures, operator } from '@soracom-fixtures/vitest'
export const shared = defineFixtures({ common: operator({ authKey: true }) }, { scope: 'run' })
export default { show: 'calls', events: 'events.ndjson' }
`,
  'passes.test.ts': `${imports}
import { shared } from './soracom-fixtures.config.mjs'
const fx = useFixtures(shared)
const own = useFixtures({ shop: operator({ password: '${ownPassword}' }) })
test('prints its handles', () => {
  console.log(fx.common, own.shop, own.shop.credentials, own.shop.env, JSON.stringify(own.shop))
  expect(own.shop).toMatchObject({ operatorId: own.shop.operatorId })
})
test('is not what is expected', () => { expect(own.shop).toEqual({}) })
test('is refused', async () => { await own.shop.client.subscribers.get('no-such-imsi') })
`,
  'fails.test.ts': `${imports}
useFixtures({ shop: operator(), gift: coupon({ amount: 1, expiryYearMonth: '200001' }) })
test('never runs', () => {})
`,
  'hangs.test.ts': `${imports}
const fx = useFixtures({ shop: operator(), other: operator({ email: 'own@example.com', password: '${ownPassword}' }) })
test('hangs', async () => {
  await fx.shop.client.operators.get(fx.shop.operatorId)
  if (process.env.HANG) await new Promise(() => {})
}, 600_000)
`,
}

let emulator: Emulator
let project: InlineProject

beforeEach(async () => {
  emulator = await startEmulator({ authKeys: [key] })
  project = await createInlineProject(files)
})

afterEach(async () => {
  await emulator.close()
  await project.remove()
})

test('no secret is printed or written down, however a run or a command ends', async () => {
  const env = { SORACOM_FIXTURES_TARGET: emulator.endpoint }
  const printed: string[] = []
  const command = async (args: readonly string[], more: object = {}) => {
    const { stdout, stderr } = await runCommandLine(args, { cwd: project.folder, env: { ...env, ...more } })
    printed.push(stdout, stderr)
  }

  printed.push((await project.runVitest({ env })).text)
  const refused = { ...env, SORACOM_AUTH_KEY: 'secret-MARKED-wrong-55aa', SORACOM_AUTH_KEY_ID: key.authKeyId }
  printed.push((await project.runVitest({ env: refused, args: ['fails.test.ts'] })).text)

  // Killed, with the reaper on its way, which cannot delete the one with a password of its own.
  const { calls } = emulator.counts()
  const run = project.startVitest({ env: { ...env, HANG: '1' }, args: ['hangs.test.ts'] })
  await vi.waitFor(() => expect(emulator.counts().calls).toBeGreaterThanOrEqual(calls + 4), { timeout: 30_000 })
  expect(await commandLineOf(run.pid)).toContain('reaper')
  printed.push(await commandLineOf(run.pid), await environmentsOf(run.pid))
  process.kill(-run.pid, 'SIGKILL')
  printed.push(await run.ended)
  await vi.waitFor(() => expect(emulator.counts().operatorsLeft).toBe(1), { timeout: 30_000 })

  await command(['doctor'])
  await command(['doctor', '--json'])
  await command(['sweep', '--json'])
  await command(['sweep', '--yes'])
  await command(['sweep', '--yes', '--json'], {
    SORACOM_AUTH_KEY: 'secret-MARKED-wrong-55aa',
    SORACOM_AUTH_KEY_ID: 'keyId-x',
  })
  await command(['sweep', '--adopt', 'own@example.com', '--yes'], { SORACOM_PASSWORD: 'MARKED-Wr0ng-77dd' })
  await command(['sweep', '--adopt', 'own@example.com', '--yes'], { SORACOM_PASSWORD: ownPassword })
  await command(['plan', 'passes.test.ts'])
  expect(emulator.counts().operatorsLeft).toBe(0)

  const written = await readWritten(project.folder)
  expect(written.length).toBeGreaterThanOrEqual(2)
  const everything = [...printed, ...written.map(({ text }) => text)].join('\n')
  const emails = [...everything.matchAll(/fixtures-[\w-]+@fixtures\.example\.com/g)].map(([email]) => email)
  expect(emails.length).toBeGreaterThan(2)
  const secrets = ['MARKED', 'secret-', 'eyJ', ...emails.map((email) => derivePassword(key.authKey, email))]
  const leaks = [...printed.map((text) => ({ path: 'output', text })), ...written].flatMap(({ path, text }) =>
    secrets.flatMap((secret) => (withoutSources(text).includes(secret) ? [`${path} has ${secret.slice(0, 12)}`] : [])),
  )
  expect(leaks).toEqual([])
})

// A runner shows the lines of a test that failed, which are the user's own.
function withoutSources(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*\d+\|/.test(line) && !line.includes('useFixtures({'))
    .join('\n')
}

// What was written since the project was, wherever in it.
async function readWritten(folder: string): Promise<{ path: string; text: string }[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = names
    .filter((entry) => entry.isFile() && !relative(folder, entry.parentPath).startsWith('node_modules'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !Object.keys(files).some((own) => path === join(folder, own)))
  return await Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'latin1') })))
}

// The children of a process, as Linux shows them to everybody.
async function childrenOf(pid: number): Promise<number[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(names.map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')))
  return names.flatMap((name, index) => {
    const stat = stats[index] ?? ''
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid ? [Number(name)] : []
  })
}

async function commandLineOf(pid: number): Promise<string> {
  const lines = (await childrenOf(pid)).map((child) => readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => ''))
  return (await Promise.all(lines)).join('\n')
}

async function environmentsOf(pid: number): Promise<string> {
  const children = await childrenOf(pid)
  const environments = children.map((child) => readFile(`/proc/${child}/environ`, 'latin1').catch(() => ''))
  return (await Promise.all(environments)).join('\n')
}
