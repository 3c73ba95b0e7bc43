import { describe, expect, test } from 'vitest'
import { logInAgain } from '../testing/log-in-again.ts'
import { openSandbox, password, productionKey, toOperator } from '../testing/open-sandbox.ts'

const email = 'shop@example.com'

describe('signing up step by step, as older clients do', () => {
  async function openSignup(options = {}) {
    const sandbox = openSandbox(options)
    const signUp = (request: object = {}) => sandbox.call('POST', '/operators', { email, password, ...request })
    const tokenOf = async () =>
      (await sandbox.call('POST', `/sandbox/operators/token/${email}`, productionKey)).body.token as string
    const verify = (token: string) => sandbox.call('POST', '/operators/verify', { token })
    return { ...sandbox, signUp, tokenOf, verify }
  }

  test('takes five steps, and the card shows with the next token (Swift and Ruby clients)', async () => {
    const { call, signUp, tokenOf, verify } = await openSignup()
    expect(await signUp()).toMatchObject({ status: 201, body: undefined })
    expect((await call('POST', '/auth', { email, password })).status).toBe(401)
    expect(await verify(await tokenOf())).toMatchObject({ status: 200, body: undefined })
    const login = await call('POST', '/auth', { email, password })
    const shop = toOperator(call, email, login.body)
    expect((await shop.call('GET', '/payment_methods/current')).status).toBe(404)
    const card = { cvc: '123', expireMonth: 12, expireYear: 2099, name: 'HOGEO FUGA', number: '4242424242424242' }
    expect((await shop.call('POST', '/payment_methods/webpay', card)).status).toBe(201)
    expect((await shop.call('GET', '/payment_methods/current')).status).toBe(200)
  })

  test('may be begun anew until the address is verified, with the last password (notes of the Swift client)', async () => {
    const { call, signUp, tokenOf, verify } = await openSignup()
    await signUp()
    expect((await signUp({ password: 'Passw0rd2' })).status).toBe(201)
    await verify(await tokenOf())
    expect((await call('POST', '/auth', { email, password: 'Passw0rd2' })).status).toBe(200)
    expect(await signUp()).toMatchObject({
      status: 400,
      body: { code: 'AUM0003', message: 'This email is already registered.' },
    })
  })

  test('takes coverage types, and those of the default where none is named (the Go client)', async () => {
    for (const [asked, given] of [
      [{ coverageTypes: ['g'] }, ['g']],
      [{ coverageTypes: null }, ['jp']],
      [{}, ['jp']],
    ] as const) {
      const { call, signUp, tokenOf, verify } = await openSignup()
      await signUp(asked)
      await verify(await tokenOf())
      const { token } = (await call('POST', '/auth', { email, password })).body
      expect(JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()).operator.coverageTypes).toEqual(given)
    }
  })

  test('refuses a token that is none or was used with 400, and an expired one with 404 (document of 2022)', async () => {
    const { emulator, signUp, tokenOf, verify } = await openSignup()
    await signUp()
    const token = await tokenOf()
    expect(await verify('none')).toMatchObject({ status: 400, body: { code: 'COM0006', message: 'Token is invalid.' } })
    emulator.clock.advance({ days: 1 })
    expect((await verify(token)).status).toBe(404)
    await signUp()
    expect((await verify(token)).status).toBe(200)
    expect((await verify(token)).status).toBe(400)
  })

  test('refuses a weak password with AUM0010, and both fields together with COM0008 (tests of the Swift client)', async () => {
    const { call, signUp } = await openSignup()
    expect((await signUp({ password: 'weak' })).body).toEqual({ code: 'AUM0010', message: 'Invalid password format.' })
    expect((await signUp({ email: 'nobody' })).body.code).toBe('COM0008')
    expect((await call('POST', '/operators', '')).body.code).toBe('COM0008')
  })
})

describe('an operator', () => {
  test('is shown with dates in ISO 8601, as the Go client reads them (published document)', async () => {
    const sandbox = openSandbox({ startTime: '2026-11-10T12:00:00Z' })
    const shop = await sandbox.operator()
    expect((await shop.call('GET', `/operators/${shop.operatorId}`)).body).toEqual({
      operatorId: shop.operatorId,
      rootOperatorId: null,
      email: shop.email,
      description: null,
      createDate: expect.stringMatching(/^2026-11-10T12:\d\d:\d\d\.\d{3}Z$/),
      updateDate: expect.stringMatching(/^2026-11-10T12:\d\d:\d\d\.\d{3}Z$/),
    })
  })

  test('gets another coverage type with 201 and no body; there are two (published document)', async () => {
    const shop = await openSandbox().operator()
    const add = (coverageType: string) =>
      shop.call('POST', `/operators/${shop.operatorId}/coverage_type/${coverageType}`)
    expect(await add('g')).toMatchObject({ status: 201, body: undefined })
    expect((await add('us')).status).toBe(400)
  })

  test('changes its password by the one that it has: 200, or 400 (published document)', async () => {
    const sandbox = openSandbox()
    const shop = await sandbox.operator()
    const change = (currentPassword: string, newPassword: string) =>
      shop.call('POST', `/operators/${shop.operatorId}/password`, { currentPassword, newPassword })
    expect((await change('Wr0ngPassword', 'Passw0rd2')).status).toBe(400)
    expect((await change(password, 'weak')).body.code).toBe('AUM0010')
    expect(await change(password, 'Passw0rd2')).toMatchObject({ status: 200, body: undefined })
    expect((await sandbox.call('POST', '/auth', { email: shop.email, password })).body.code).toBe('AUM0002')
  })

  test('gets a token for the support site, from a body of {} too (the Go client)', async () => {
    const shop = await openSandbox().operator()
    const { status, body } = await shop.call('POST', `/operators/${shop.operatorId}/support/token`, {})
    expect([status, Object.keys(body)]).toEqual([200, ['token']])
  })
})

describe('an auth key of the root user', () => {
  test('is made with 201, and its secret is shown once only (published document)', async () => {
    const sandbox = openSandbox({ startTime: '2026-11-10T12:00:00Z' })
    const shop = await sandbox.operator()
    const path = `/operators/${shop.operatorId}/auth_keys`
    const made = await shop.call('POST', path)
    expect(made).toMatchObject({
      status: 201,
      body: { authKeyId: expect.stringMatching(/^keyId-/), authKey: expect.stringMatching(/^secret-/) },
    })
    const { authKeyId, authKey } = made.body
    const [listed, ...others] = (await shop.call('GET', path)).body
    expect(listed).toEqual({ authKeyId, createDateTime: expect.any(Number) })
    expect(others).toEqual([])
    // Seconds, unlike the times of SIMs and groups.
    expect(listed.createDateTime.toString()).toMatch(/^179431\d{4}$/)
    expect(await shop.call('DELETE', `${path}/${authKeyId}`)).toMatchObject({ status: 204, body: undefined })
    expect((await sandbox.call('POST', '/auth', { authKeyId, authKey })).body.code).toBe('AUM0002')
  })
})

describe('tokens of an operator', () => {
  const expiryOf = ({ body }: { readonly body: { readonly token: string } }) =>
    JSON.parse(Buffer.from(body.token.split('.')[1] ?? '', 'base64url').toString())

  test('are made beside the one that is used, which is not prolonged (guide of API keys and tokens)', async () => {
    const sandbox = openSandbox()
    const shop = await sandbox.operator()
    const { token } = (await shop.call('POST', `/operators/${shop.operatorId}/token`, { tokenTimeoutSeconds: 172_800 }))
      .body
    sandbox.emulator.clock.advance({ days: 1, minutes: 1 })
    expect((await shop.call('GET', '/subscribers')).status).toBe(401)
    const longer = { ...shop.credentials, 'X-Soracom-Token': token }
    expect((await sandbox.call('GET', '/subscribers', undefined, longer)).status).toBe(200)
  })

  test('live as long as is asked; 0, 1 and more than two days raise no error (tests of the Go client)', async () => {
    const { operatorId, call } = await openSandbox().operator()
    const lifeOf = async (tokenTimeoutSeconds: number) => {
      const reply = await call('POST', `/operators/${operatorId}/token`, { tokenTimeoutSeconds })
      const { iat, exp } = expiryOf(reply)
      return [reply.status, exp - iat]
    }
    expect(await lifeOf(1)).toEqual([200, 1])
    expect(await lifeOf(172_800)).toEqual([200, 172_800])
    expect((await lifeOf(0))[0]).toBe(200)
    expect((await lifeOf(-1))[0]).toBe(200)
    expect(await lifeOf(172_801)).toEqual([200, 172_800])
  })

  test('do not heed timeout_seconds, the old name that older clients send', async () => {
    const { operatorId, call } = await openSandbox().operator()
    const { iat, exp } = expiryOf(await call('POST', `/operators/${operatorId}/token`, { timeout_seconds: 60 }))
    expect(exp - iat).toBe(86_400)
  })

  test('are all revoked with 204, so that logging in is needed again (published document)', async () => {
    const sandbox = openSandbox()
    const shop = await sandbox.operator()
    const again = await logInAgain(sandbox, shop)
    expect(await again.call('DELETE', `/operators/${shop.operatorId}/tokens`)).toMatchObject({ status: 204 })
    expect((await shop.call('GET', '/subscribers')).status).toBe(401)
    expect((await again.call('GET', '/subscribers')).status).toBe(401)
  })
})
