import { execFile } from 'node:child_process'
import process from 'node:process'
import { inspect, promisify } from 'node:util'
import { createClient } from '@soracom-fixtures/client'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectNoSecret, problemsOf, setUp, setupErrorOf } from '../test-support/set-up.ts'
import { operator } from './operator.ts'
import type { Operator } from './operator-handle.ts'

const run = promisify(execFile)

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

async function make(options: Parameters<typeof operator>[0] = {}): Promise<Operator> {
  return (await setUp({ shop: operator(options) }, emulator.endpoint)).fx.shop
}

describe('an operator', () => {
  test('is there, with an e-mail address of its own, coverage type jp and the dummy card', async () => {
    const shop = await make()
    expect(await shop.client.operators.get(shop.operatorId)).toMatchObject({ email: shop.email })
    expect(shop).toEqual({
      operatorId: expect.stringMatching(/^OP\d{10}$/),
      email: expect.stringMatching(/^fixtures-run-[a-z0-9]{12}-\d+-\d+@fixtures\.example\.com$/),
      coverageTypes: ['jp'],
      endpoint: emulator.endpoint,
    })
    expect(await shop.client.paymentMethods.current()).toMatchObject({ providerType: 'WebPay' })
    expect(tokenOf(shop)).toMatchObject({ coverageTypes: ['jp'], paymentMethodStatus: 'registered' })
  })

  test('is another one for each declaration', async () => {
    const { fx } = await setUp({ a: operator(), b: operator() }, emulator.endpoint)
    expect(fx.a.operatorId).not.toBe(fx.b.operatorId)
    expect(fx.a.email).not.toBe(fx.b.email)
    expect(fx.a.credentials.password).not.toBe(fx.b.credentials.password)
  })

  test.each(['init', 'stepwise'] as const)('has what is asked for when it signs up by %s', async (signup) => {
    const shop = await make({ signup, coverageTypes: ['jp', 'g'], registerPaymentMethod: false })
    expect(shop.coverageTypes).toEqual(['jp', 'g'])
    expect(tokenOf(shop)).toMatchObject({ coverageTypes: ['jp', 'g'], paymentMethodStatus: 'unregistered' })
    await expect(shop.client.paymentMethods.current()).rejects.toMatchObject({ status: 404 })
  })

  test('that signs up stepwise has a token that knows of its card', async () => {
    const { fx, operations } = await setUp({ shop: operator({ signup: 'stepwise' }) }, emulator.endpoint)
    expect(tokenOf(fx.shop)).toMatchObject({ coverageTypes: ['jp'], paymentMethodStatus: 'registered' })
    expect(operations).toEqual([
      'createOperator',
      'sandboxGetSignupToken',
      'verifyOperator',
      'auth',
      'registerWebPayPaymentMethod',
      'auth',
    ])
  })

  test('may be of coverage type g alone', async () => {
    expect(tokenOf(await make({ coverageTypes: ['g'] }))).toMatchObject({ coverageTypes: ['g'] })
  })

  test('takes an e-mail address and a password of one’s own', async () => {
    const own = { email: 'me+test@example.com', password: 'Passw0rd' }
    const shop = await make(own)
    expect(shop.email).toBe(own.email)
    const session = await createClient({ endpoint: emulator.endpoint }).auth.authenticate(own)
    expect(session.operatorId).toBe(shop.operatorId)
  })

  test('has a password that follows from its e-mail address', async () => {
    const email = 'derived@example.com'
    const first = await setUp({ shop: operator({ email }) }, emulator.endpoint)
    const { password } = first.fx.shop.credentials
    await first.teardown()
    const second = await setUp({ shop: operator({ email }) }, emulator.endpoint)
    expect(second.fx.shop.credentials.password).toBe(password)
  })

  test('has an auth key that logs in, only when it is asked for', async () => {
    const shop = await make({ authKey: true })
    const { authKeyId = '', authKey = '' } = shop.credentials
    const session = await createClient({ endpoint: emulator.endpoint }).auth.authenticate({ authKeyId, authKey })
    expect(session.operatorId).toBe(shop.operatorId)
    const without = await make()
    expect(await without.client.operators.listAuthKeys(without.operatorId)).toEqual([])
    expect(without.credentials).not.toHaveProperty('authKey')
    expect(without.env).not.toHaveProperty('SORACOM_AUTH_KEY')
  })

  test('is deleted at teardown', async () => {
    const { fx, events, teardown } = await setUp({ shop: operator() }, emulator.endpoint)
    const { email, credentials, operatorId } = fx.shop
    await teardown()
    const login = createClient({ endpoint: emulator.endpoint }).auth.authenticate({
      email,
      password: credentials.password,
    })
    await expect(login).rejects.toMatchObject({ apiCode: 'AUM0002' })
    expect(events).toContainEqual({ type: 'removed', kind: 'operator', what: `operator ${operatorId}` })
  })

  test('that a test has deleted already is no trouble at teardown', async () => {
    const { fx, teardown } = await setUp({ shop: operator() }, emulator.endpoint)
    await fx.shop.client.sandbox.deleteOperator(fx.shop.operatorId)
    await teardown()
  })

  test('whose tokens are revoked is deleted nevertheless', async () => {
    const before = emulator.counts().operatorsDeleted
    const { fx, teardown } = await setUp({ shop: operator() }, emulator.endpoint)
    await fx.shop.client.request('DELETE', `/operators/${fx.shop.operatorId}/tokens`)
    await teardown()
    expect(emulator.counts().operatorsDeleted).toBe(before + 1)
  })

  test('has a client that logs in again when its token is gone', async () => {
    const shop = await make()
    await shop.client.auth.logout()
    expect(await shop.client.orders.list()).toEqual({ orderList: [] })
  })
})

describe('the environment of a child process', () => {
  test('names the endpoint and everything to log in with', async () => {
    const shop = await make({ authKey: true, coverageTypes: ['g'] })
    const { email, password, apiKey, token, authKeyId, authKey } = shop.credentials
    expect({ ...shop.env }).toEqual({
      SORACOM_ENDPOINT: emulator.endpoint,
      SORACOM_OPERATOR_ID: shop.operatorId,
      SORACOM_EMAIL: email,
      SORACOM_PASSWORD: password,
      SORACOM_API_KEY: apiKey,
      SORACOM_TOKEN: token,
      SORACOM_COVERAGE_TYPE: 'g',
      SORACOM_AUTH_KEY_ID: authKeyId,
      SORACOM_AUTH_KEY: authKey,
    })
  })

  test('lets a child process call', async () => {
    const shop = await make()
    const script = `
      const { SORACOM_ENDPOINT, SORACOM_API_KEY, SORACOM_TOKEN, SORACOM_OPERATOR_ID } = process.env
      const headers = { 'x-soracom-api-key': SORACOM_API_KEY, 'x-soracom-token': SORACOM_TOKEN }
      const reply = await fetch(SORACOM_ENDPOINT + '/v1/operators/' + SORACOM_OPERATOR_ID, { headers })
      process.stdout.write((await reply.json()).email)`
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, ...shop.env },
    })
    expect(stdout).toBe(shop.email)
  })
})

describe('no secret', () => {
  test('is told by a handle, however it is printed', async () => {
    const password = 'Marked-Passw0rd-1'
    const { fx } = await setUp({ shop: operator({ password, authKey: true }) }, emulator.endpoint)
    const { apiKey, token, authKey = '' } = fx.shop.credentials
    for (const value of [fx, fx.shop, fx.shop.credentials, fx.shop.client, [fx.shop], { deep: { shop: fx.shop } }]) {
      expectNoSecret(value, [password, apiKey, token, authKey])
    }
    const { env } = fx.shop
    for (const text of [inspect(env), inspect({ env }), JSON.stringify(env)]) {
      for (const secret of [password, apiKey, token, authKey]) expect(text).not.toContain(secret)
    }
    expect(inspect(env)).toContain("SORACOM_PASSWORD: '[redacted]'")
  })

  test('is told by the error of a setup that fails', async () => {
    const own = { email: 'taken@example.com', password: 'Marked-Passw0rd-2' }
    await make(own)
    const error = await setupErrorOf({ shop: operator(own) }, emulator.endpoint)
    expectNoSecret(error, [own.password, 'secret-soracomFixturesPublic'])
    expectNoSecret(error.errors[0], [own.password, 'secret-soracomFixturesPublic'])
  })

  test('is told by the problems of a plan', () => {
    expect(problemsOf({ shop: operator({ password: 'marked' }) }).join()).not.toContain('marked')
  })
})

describe('a refusal of the API', () => {
  test('is told with what was being done and what to do', async () => {
    const email = 'twice@example.com'
    await make({ email })
    const { message } = await setupErrorOf({ shop: operator({ email }) }, emulator.endpoint)
    expect(message).toMatch(/shop \(operator\) failed while signing up: POST \/sandbox\/init answered 400 AUM0003/)
    expect(message).toContain('take another address')
    expect(message).toContain('Nothing had been made that is left.')
  })

  test('of the production key names it', async () => {
    const strict = await startEmulator({ authKeys: [{ authKeyId: 'keyId-a', authKey: 'secret-a' }] })
    const errors = [
      await setupErrorOf({ shop: operator() }, strict.endpoint),
      await setupErrorOf({ shop: operator({ signup: 'stepwise' }) }, strict.endpoint),
    ]
    for (const { message } of errors) expect(message).toContain('SBX1002')
    await strict.close()
  })
})

test.each([
  ['no coverage type', { coverageTypes: [] }, 'coverageTypes is empty; give "jp", "g" or both'],
  ['an unknown coverage type', { coverageTypes: ['eu'] }, 'coverage type "eu" is unknown; there are "jp" and "g"'],
  ['no e-mail address', { email: 'nobody' }, 'email is no e-mail address'],
  [
    'a password against the policy',
    { password: 'password' },
    'password needs 8 to 100 characters with a lower-case letter, an upper-case letter and a digit',
  ],
  ['a signup that does not exist', { signup: 'fax' }, 'signup must be "init" or "stepwise", not "fax"'],
  [
    'coverage type g alone by a stepwise signup',
    { signup: 'stepwise', coverageTypes: ['g'] },
    "an operator that signs up stepwise always has coverage type jp; add it, or use signup: 'init'",
  ],
] as const)('%s is a problem of the plan', (_, options, message) => {
  expect(problemsOf({ shop: operator(options as never) })).toEqual([`shop: ${message}`])
})

test('one e-mail address for two operators is a problem of the plan', () => {
  const email = 'me@example.com'
  expect(problemsOf({ a: operator({ email }), b: operator({ email }) })).toEqual([
    'b: the e-mail address is taken by a; only one can have it',
  ])
})

function tokenOf({ credentials }: Operator): unknown {
  return JSON.parse(Buffer.from(credentials.token.split('.')[1] ?? '', 'base64url').toString()).operator
}
