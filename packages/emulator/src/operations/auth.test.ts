import { describe, expect, test } from 'vitest'
import { openSandbox, password, type TestSandbox } from '../testing/open-sandbox.ts'

const wrongPassword = { status: 401, body: { code: 'AUM0002', message: 'Invalid username/password supplied.' } }

// The middle part of a token, as clients read it.
const readToken = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

async function openAccount(options = {}, account = {}) {
  const sandbox: TestSandbox = openSandbox(options)
  const operator = await sandbox.operator(account)
  const logIn = (request: unknown) => sandbox.call('POST', '/auth', request)
  return { ...sandbox, operator, email: operator.email, logIn }
}

describe('logging in', () => {
  test('by e-mail and password answers a key, a token and no name (forms seen since 2019; the client in Python)', async () => {
    const { operator, email, logIn } = await openAccount()
    const { status, body } = await logIn({ email, password })
    expect(status).toBe(200)
    expect(body).toEqual({
      apiKey: expect.stringMatching(/^api-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      operatorId: expect.stringMatching(/^OP00\d{8}$/),
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    })
    expect((await logIn({ email, password })).body.operatorId).toBe(operator.operatorId)
  })

  test('by an auth key is that of the root user, and notes when the key was used (published document)', async () => {
    const { operator, logIn } = await openAccount({ startTime: '2026-11-10T12:00:00Z' })
    const path = `/operators/${operator.operatorId}/auth_keys`
    const { authKeyId, authKey } = (await operator.call('POST', path)).body
    expect((await operator.call('GET', path)).body).toEqual([{ authKeyId, createDateTime: expect.any(Number) }])
    const { body } = await logIn({ authKeyId, authKey })
    expect(body.operatorId).toBe(operator.operatorId)
    expect(body).not.toHaveProperty('userName')
    const [key] = (await operator.call('GET', path)).body
    expect(key.lastUsedDateTime.toString()).toMatch(/^179431\d{4}$/)
    expect(await logIn({ authKeyId, authKey: 'secret-other' })).toMatchObject(wrongPassword)
  })

  test('heeds the fields that are filled, as clients with one form for all ways leave the others empty or null', async () => {
    const { operator, email, logIn } = await openAccount()
    const { authKeyId, authKey } = (await operator.call('POST', `/operators/${operator.operatorId}/auth_keys`)).body
    const empty = { email: '', password: '', authKeyId: '', authKey: '', operatorId: '', userName: '', mfaOTPCode: '' }
    const unset = Object.fromEntries(Object.keys(empty).map((name) => [name, null]))
    for (const form of [empty, { ...unset, tokenTimeoutSeconds: null }]) {
      expect((await logIn({ ...form, email, password })).status).toBe(200)
      expect((await logIn({ ...form, authKeyId, authKey })).status).toBe(200)
      expect(await logIn(form)).toMatchObject(wrongPassword)
    }
  })

  test('with a wrong password and as nobody answers the same, AUM0002 (tests of the Swift client)', async () => {
    const { email, logIn } = await openAccount()
    for (const request of [{ email, password: 'Passw0rd2' }, { email: 'nobody@example.com', password }, {}]) {
      expect(await logIn(request)).toMatchObject(wrongPassword)
    }
  })

  test.each([400, 403])('with a wrong password can answer %i (clients of 2015)', async (status) => {
    const { logIn } = await openAccount({ settings: { wrongPasswordStatus: status } })
    expect((await logIn({ email: 'nobody@example.com', password })).status).toBe(status)
  })
})

describe('a token', () => {
  test('is a JWT signed by RS256 that names the operator, where the command-line client reads it', async () => {
    const { operator, email, logIn } = await openAccount({ startTime: '2026-11-10' }, { coverageTypes: ['jp', 'g'] })
    const { token } = (await logIn({ email, password, tokenTimeoutSeconds: 600 })).body
    expect(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())).toEqual({
      alg: 'RS256',
      kid: expect.any(String),
    })
    const { iat: issued } = readToken(token)
    expect(issued.toString()).toMatch(/^17942\d{5}$/)
    expect(readToken(token)).toMatchObject({
      iss: 'soracom.io',
      aud: 'Operator',
      sub: 'soracom',
      nbf: issued - 120,
      exp: issued + 600,
      jti: expect.any(String),
      operator: {
        operatorId: operator.operatorId,
        coverageTypes: ['jp', 'g'],
        accountType: '0',
        paymentMethodStatus: 'registered',
        coverageTypeAttributes: { jp: { paymentMethodStatus: 'registered' }, g: { contracts: [] } },
      },
    })
  })

  test('keeps the payment status that it was made with, so that clients log in again (Swift and Ruby clients)', async () => {
    const { operator, email, logIn } = await openAccount({}, { registerPaymentMethod: false })
    const card = { cvc: '123', expireMonth: 12, expireYear: 2099, name: 'T', number: '4242424242424242' }
    const statusOf = (token = '') => readToken(token).operator.paymentMethodStatus
    await operator.call('POST', '/payment_methods/webpay', card)
    expect(statusOf(operator.credentials['X-Soracom-Token'])).toBe('unregistered')
    expect(statusOf((await logIn({ email, password })).body.token)).toBe('registered')
  })

  test('lives for a day, two days at most, or as long as is asked (published document)', async () => {
    const { email, logIn } = await openAccount()
    const lifeOf = async (tokenTimeoutSeconds?: number) => {
      const { token } = (await logIn({ email, password, ...(tokenTimeoutSeconds ? { tokenTimeoutSeconds } : {}) })).body
      const { iat, exp } = readToken(token)
      return exp - iat
    }
    expect([await lifeOf(), await lifeOf(180), await lifeOf(172_801)]).toEqual([86_400, 180, 172_800])
  })

  test('is no more after logging out, which answers 204 (published document)', async () => {
    const { operator } = await openAccount()
    expect(await operator.call('POST', '/auth/logout')).toMatchObject({ status: 204, body: undefined })
    expect((await operator.call('GET', '/subscribers')).status).toBe(401)
  })

  test('goes with the key that it came with, and with no other', async () => {
    const { operator, call } = await openAccount()
    const { apiKey } = (await call('POST', '/auth', { email: operator.email, password })).body
    const mixed = { ...operator.credentials, 'X-Soracom-API-Key': apiKey }
    expect((await call('GET', '/subscribers', undefined, mixed)).status).toBe(401)
  })
})
