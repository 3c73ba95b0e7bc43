import { describe, expect, test } from 'vitest'
import { openSandbox, password, productionKey } from '../testing/open-sandbox.ts'

describe('a call', () => {
  test('without credentials answers 401 and AUM0001', async () => {
    const { status, body } = await openSandbox().call('GET', '/subscribers')
    expect(status).toBe(401)
    expect(body).toEqual({ code: 'AUM0001', message: 'Token is required in the request header' })
  })

  test('without credentials can answer 400, as a comment of the command-line client says', async () => {
    const { call } = openSandbox({ settings: { missingTokenStatus: 400 } })
    expect((await call('GET', '/subscribers')).status).toBe(400)
  })

  test('needs the key as well as the token', async () => {
    const { call, operator } = openSandbox()
    const { credentials } = await operator()
    const token = { 'X-Soracom-Token': credentials['X-Soracom-Token'] ?? '' }
    expect((await call('GET', '/subscribers', undefined, token)).status).toBe(401)
    expect((await call('GET', '/subscribers', undefined, { ...token, 'X-Soracom-API-Key': 'api-x' })).body).toEqual({
      code: 'EMU0018',
      message: 'Invalid API key or token',
    })
  })

  test('takes its headers in any case', async () => {
    const { call, operator } = openSandbox()
    const { credentials } = await operator()
    const upper = Object.fromEntries(Object.entries(credentials).map(([name, value]) => [name.toUpperCase(), value]))
    expect((await call('GET', '/subscribers', undefined, upper)).status).toBe(200)
  })

  test('with an expired token answers 401; a day is the default life of a token (published document)', async () => {
    const { emulator, operator } = openSandbox()
    const { call } = await operator()
    emulator.clock.advance({ hours: 23, minutes: 59 })
    expect((await call('GET', '/subscribers')).status).toBe(200)
    emulator.clock.advance({ minutes: 2 })
    expect(await call('GET', '/subscribers')).toMatchObject({ status: 401, body: { code: 'EMU0017' } })
  })

  test("to another operator's path answers 400 (asserted by the Swift client for an id that is none)", async () => {
    const { operator } = openSandbox()
    const [one, other] = [await operator(), await operator()]
    for (const id of [other.operatorId, 'butt']) {
      expect((await one.call('GET', `/operators/${id}`)).status).toBe(400)
      expect((await one.call('DELETE', `/sandbox/operators/${id}`)).status).toBe(400)
    }
  })
})

test('the calls of the sandbox can do without credentials, as from 2016 to 2018', async () => {
  const { call, operator } = openSandbox({ settings: { sandboxCallsNeedAuth: false } })
  const { operatorId, ...one } = await operator()
  const { imsi, registrationSecret } = (await call('POST', '/sandbox/subscribers/create')).body
  expect((await one.call('POST', `/subscribers/${imsi}/register`, { registrationSecret })).status).toBe(200)
  const stats = { unixtime: 0, beamStatsMap: { inHttp: { count: 1 } } }
  expect((await call('POST', `/sandbox/stats/beam/subscribers/${imsi}`, stats)).status).toBe(200)
  expect((await call('POST', '/sandbox/coupons/create', {})).status).toBe(200)
  expect((await call('GET', '/subscribers')).status).toBe(401)
  expect((await call('DELETE', `/sandbox/operators/${operatorId}`)).status).toBe(200)
  expect((await call('POST', '/auth', { email: one.email, password })).body.code).toBe('AUM0002')
})

test('only the production keys that are named open the sandbox', async () => {
  const { call } = openSandbox({ authKeys: [productionKey] })
  const account = { email: 'a@example.com', password }
  const wrong = await call('POST', '/sandbox/init', { ...account, ...productionKey, authKey: 'secret-other' })
  expect(wrong).toMatchObject({ status: 400, body: { code: 'SBX1002' } })
  expect((await call('POST', '/sandbox/init', { ...account, ...productionKey })).status).toBe(201)
})
