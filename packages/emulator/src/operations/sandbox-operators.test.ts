import { describe, expect, test } from 'vitest'
import { openSandbox, password, productionKey } from '../testing/open-sandbox.ts'

const account = { email: 'shop+1@example.com', password, ...productionKey }

describe('making an operator at once', () => {
  test('answers 201 with what logging in answers (published sandbox document; asserted by a Go client)', async () => {
    const { status, body } = await openSandbox().call('POST', '/sandbox/init', account)
    expect(status).toBe(201)
    // Without a name: the client in Python, which refuses null for it, took the answer in 2022.
    expect(Object.keys(body).sort()).toEqual(['apiKey', 'operatorId', 'token'])
  })

  test('registers a card unless told otherwise, as signing up step by step does not (published sandbox document)', async () => {
    const sandbox = openSandbox()
    for (const [registerPaymentMethod, status] of [
      [undefined, 200],
      [true, 200],
      [false, 404],
    ] as const) {
      const { call } = await sandbox.operator(registerPaymentMethod === undefined ? {} : { registerPaymentMethod })
      expect((await call('GET', '/payment_methods/current')).status).toBe(status)
    }
  })

  test('takes the coverage types that are named, and jp where none is (not documented)', async () => {
    const sandbox = openSandbox()
    for (const [asked, given] of [
      [
        ['g', 'jp'],
        ['g', 'jp'],
      ],
      [[], ['jp']],
      [null, ['jp']],
      [undefined, ['jp']],
    ]) {
      const { credentials } = await sandbox.operator(asked === undefined ? {} : { coverageTypes: asked })
      const [, payload = ''] = credentials['X-Soracom-Token']?.split('.') ?? []
      expect(JSON.parse(Buffer.from(payload, 'base64url').toString()).operator.coverageTypes).toEqual(given)
    }
  })

  test('passes over what else a client sends, such as its whole profile (the command-line client)', async () => {
    const profile = {
      ...account,
      sandbox: true,
      coverageType: 'jp',
      endpoint: 'http://127.0.0.1',
      registerPaymentMethod: true,
    }
    expect((await openSandbox().call('POST', '/sandbox/init', profile)).status).toBe(201)
  })

  test.each([
    ['an address that is taken', {}, 'AUM0003'],
    ['an address that is none', { email: 'shop' }, 'COM0008'],
    ['no address', { email: undefined }, 'COM0008'],
    ['an empty authKeyId', { authKeyId: '', email: 'b@example.com' }, 'SBX1002'],
    ['a weak password', { password: 'password', email: 'b@example.com' }, 'AUM0010'],
    ['a coverage type that is none', { coverageTypes: ['us'], email: 'b@example.com' }, 'COM0008'],
  ])('with %s answers 400 (published sandbox document; codes in tests of the Swift client)', async (_, wrong, code) => {
    const { call } = openSandbox()
    await call('POST', '/sandbox/init', account)
    expect(await call('POST', '/sandbox/init', { ...account, ...wrong })).toMatchObject({ status: 400, body: { code } })
  })
})

test.each([
  ['Passw0rd', true],
  ['aB345678', true],
  [`aB3${'é'.repeat(97)}`, true],
  ['aB3-"\' \\', true],
  ['aB34567', false],
  [`aB3${'x'.repeat(98)}`, false],
  ['ab345678', false],
  ['AB345678', false],
  ['aBcdefgh', false],
])(
  'the password %.12s is one: %s (guide of API keys and tokens; test of the command-line client)',
  async (text, isOne) => {
    const { status, body } = await openSandbox().call('POST', '/sandbox/init', { ...account, password: text })
    expect(isOne ? status : body.code).toBe(isOne ? 201 : 'AUM0010')
  },
)

describe('the token of a signup', () => {
  const path = `/sandbox/operators/token/${encodeURIComponent(account.email)}`

  test('is two UUIDs, for the address with its plus and at signs escaped or not (tests of the Swift client)', async () => {
    const { call } = openSandbox()
    await call('POST', '/operators', { email: account.email, password })
    const { status, body } = await call('POST', path, productionKey)
    expect(status).toBe(200)
    expect(body.token).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect((await call('POST', `/sandbox/operators/token/${account.email}`, productionKey)).body).toEqual(body)
  })

  test('is refused with codes of the sandbox, SBX (asserted by the Swift client)', async () => {
    const { call } = openSandbox({ authKeys: [productionKey] })
    expect(await call('POST', path, productionKey)).toMatchObject({
      status: 400,
      body: { code: 'SBX1003', message: 'Unable to get verified one time token. please create an user at first' },
    })
    await call('POST', '/operators', { email: account.email, password })
    const wrong = { ...productionKey, authKey: 'secret-other' }
    expect(await call('POST', path, wrong)).toMatchObject({ status: 400, body: { code: 'SBX1002' } })
  })
})

describe('deleting an operator', () => {
  test('answers 200 without a body (published sandbox document)', async () => {
    const { operatorId, call } = await openSandbox().operator()
    expect(await call('DELETE', `/sandbox/operators/${operatorId}`)).toMatchObject({ status: 200, body: undefined })
  })

  test('ends its tokens, and logging in answers AUM0002 as of one that vanished (inferred from the Swift client)', async () => {
    const sandbox = openSandbox()
    const { operatorId, email, call } = await sandbox.operator()
    await call('DELETE', `/sandbox/operators/${operatorId}`)
    expect((await call('GET', '/subscribers')).status).toBe(401)
    expect((await call('DELETE', `/sandbox/operators/${operatorId}`)).status).toBe(401)
    expect((await sandbox.call('POST', '/auth', { email, password })).body.code).toBe('AUM0002')
    expect((await sandbox.operator({ email })).operatorId).not.toBe(operatorId)
  })
})
