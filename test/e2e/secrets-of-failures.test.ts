import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCommandLine } from '../support/command-line.ts'
import { createInlineProject } from '../support/inline-project.ts'
import { createJestProject } from '../support/jest-project.ts'

const key = { authKeyId: 'keyId-of-the-test', authKey: 'secret-MARKED-auth-key-7f3a' }

let emulator: Emulator
// Outside of what is searched: the secrets that only a test of the run knows.
let aside: string
let env: Record<string, string>

beforeEach(async () => {
  emulator = await startEmulator({ authKeys: [key] })
  aside = await mkdtemp(join(tmpdir(), 'soracom-fixtures-secrets-'))
  env = {
    SORACOM_FIXTURES_TARGET: emulator.endpoint,
    SORACOM_AUTH_KEY_ID: key.authKeyId,
    SORACOM_AUTH_KEY: key.authKey,
    SORACOM_FIXTURES_EVENTS: 'events.ndjson',
    SORACOM_FIXTURES_SHOW: 'calls',
    ASIDE: join(aside, 'secrets.json'),
  }
})

afterEach(async () => {
  await emulator.close()
  await rm(aside, { recursive: true })
})

// Everything that a test may do with a handle and with an error, in the words of either runner.
const body = `
const fx = useFixtures({ shop: operator({ authKey: true }), cards: order({ items: [{ productCode: '4573326590013' }] }) })

test('handles are printed in every way', () => {
  const { shop, cards } = fx
  const { apiKey, token, password, authKey } = shop.credentials
  writeFileSync(process.env.ASIDE, JSON.stringify([apiKey, token, password, authKey]))
  for (const value of [shop, shop.client, shop.credentials, shop.env, cards, { ...shop }, [shop], new Map([[shop, cards]])]) {
    console.log(inspect(value, { depth: 9, showHidden: true }), JSON.stringify(value), String(value))
    console.error('%o %O %j %s', value, value, value, value)
  }
  expect({ shop, cards, credentials: shop.credentials }).toMatchSnapshot()
})

test('a handle stands in a diff', () => {
  expect({ shop: fx.shop, credentials: fx.shop.credentials }).toEqual({ shop: { operatorId: 'OP1' } })
})

test('an assertion has a handle in its message', () => {
  expect([fx.shop, fx.cards]).toContain('nothing')
})

const calls = {
  'with a registration secret': () => fx.shop.client.request('POST', '/subscribers/000/register', { body: { registrationSecret: 'MARKED-reg-secret-1' } }),
  'with a password': () => fx.shop.client.auth.authenticate({ email: 'x@example.com', password: 'MARKED-Passw0rd-1' }),
  'with an auth key': () => fx.shop.client.auth.authenticate({ authKeyId: 'keyId-x', authKey: 'secret-MARKED-other' }),
  'with a secret in its query': () => fx.shop.client.request('GET', '/subscribers/000', { query: { token: 'MARKED-in-the-query' } }),
  'that fails with all that was sent': () => fx.shop.client.request('POST', '/groups', { body: { tags: { name: 'x' }, password: 'MARKED-in-a-group' } }),
}
for (const [name, call] of Object.entries(calls)) {
  test('a call ' + name + ' fails', async () => {
    const error = await call().catch((reason) => reason)
    console.log(inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), error.stack, error.cause)
    throw error
  })
}
`
const helpers = { fs: 'writeFileSync', util: 'inspect' }
const imported = Object.entries(helpers).map(([from, name]) => `import { ${name} } from 'node:${from}'`)
const required = Object.entries(helpers).map(([from, name]) => `const { ${name} } = require('node:${from}')`)

// The answers of groups fail, and so does the deletion of an operator: a teardown that leaves something tells of it.
function breakAnswers(): void {
  emulator.faults.add({ kind: 'internalError', operation: 'createGroup' })
  emulator.faults.add({ kind: 'internalError', method: 'DELETE', path: '/sandbox/operators/**' })
}

async function expectNoSecret(folder: string, printed: readonly string[], ownFiles: readonly string[]): Promise<void> {
  const known = JSON.parse(await readFile(join(aside, 'secrets.json'), 'utf8')) as string[]
  expect(known).toHaveLength(4)
  expect(known.filter((secret) => typeof secret !== 'string' || secret.length < 8)).toEqual([])
  const secrets = [...known, 'MARKED', 'secret-', 'eyJ']
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = names
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .filter((path) => !ownFiles.includes(path) && (path.endsWith('/report.json') || !path.startsWith('node_modules')))
  expect(paths).toContain('events.ndjson')
  expect(paths.filter((path) => path.endsWith('report.json'))).toHaveLength(1)
  expect(paths.filter((path) => path.endsWith('.snap'))).toHaveLength(1)
  const written = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(folder, path), 'latin1')] as const),
  )
  const texts = [...printed.map((text) => ['output', text] as const), ...written]
  const leaks = texts.flatMap(([path, text]) =>
    secrets.flatMap((secret) => (withoutSources(text).includes(secret) ? [`${path} has ${secret.slice(0, 12)}`] : [])),
  )
  expect(leaks).toEqual([])
}

// Runners show the lines of a test that failed, which are the user's own.
function withoutSources(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(>\s*)?\d+\s*\|/.test(line))
    .join('\n')
}

async function sweep(folder: string): Promise<string[]> {
  const outcomes = []
  for (const args of [['sweep'], ['sweep', '--yes'], ['sweep', '--json'], ['doctor']]) {
    outcomes.push(await runCommandLine(args, { cwd: folder, env }))
  }
  return outcomes.flatMap(({ stdout, stderr }) => [stdout, stderr])
}

test('no secret stands in what Vitest prints and writes of tests, calls and a teardown that fail', async () => {
  const files = {
    'a.test.ts': `${imported.join('\n')}
import { expect, test } from 'vitest'
import { operator, order, useFixtures } from '@soracom-fixtures/vitest'
${body}`,
  }
  const project = await createInlineProject(files)
  breakAnswers()
  const args = ['--reporter=junit', '--outputFile.junit=junit.xml', '--update']
  const outcome = await project.runVitest({ env: { ...env, SORACOM_FIXTURES_REAPER: 'off' }, args })
  expect(outcome.exitCode).toBe(1)
  expect(outcome.text).toContain('POST /groups answered 500')
  expect(outcome.text).toContain('DELETE /sandbox/operators/OP')
  const printed = [outcome.stdout, outcome.stderr, outcome.text, ...(await sweep(project.folder))]
  await expectNoSecret(project.folder, printed, ['a.test.ts', 'package.json', 'vitest.config.js'])
  await project.remove()
})

test('no secret stands in what Jest prints and writes of tests, calls and a teardown that fail', async () => {
  const files = {
    'a.test.js': `${required.join('\n')}
const { operator, order, useFixtures } = require('@soracom-fixtures/jest')
${body}`,
  }
  const project = await createJestProject(files)
  breakAnswers()
  const outcome = await project.runJest({ env: { ...env, SORACOM_FIXTURES_REAPER: 'off' }, args: ['--ci=false'] })
  expect(outcome.exitCode).toBe(1)
  expect(outcome.text).toContain('POST /groups answered 500')
  const printed = [outcome.text, ...(await sweep(project.folder))]
  await expectNoSecret(project.folder, printed, ['a.test.js', 'package.json', 'jest.config.json'])
  await project.remove()
})
