import { describe, expect, test } from 'vitest'
import { createEmulator } from '../create-emulator.ts'
import { openSandbox } from '../testing/open-sandbox.ts'

describe('a path', () => {
  test('that is not in the API answers 404 with a flat code and message (observed error bodies)', async () => {
    const { status, body, headers } = await openSandbox().call('GET', '/nothing')
    expect(status).toBe(404)
    expect(body).toEqual({ code: 'EMU0003', message: 'No such path in the API: /v1/nothing' })
    expect(headers['content-type']).toBe('application/json;charset=UTF-8')
  })

  test('outside /v1 is not in the API', async () => {
    expect((await createEmulator().handle({ method: 'GET', url: '/products' })).status).toBe(404)
  })

  test('of an operation that the emulator does not do answers 501 with its name', async () => {
    const { status, body } = await openSandbox().call('GET', '/lagoon/users')
    expect(status).toBe(501)
    expect(body).toEqual({ code: 'EMU0004', message: 'The emulator does not do listLagoonUsers yet' })
  })

  test('may end in a bare question mark (the command-line client sends one)', async () => {
    const operator = await openSandbox().operator()
    expect((await operator.call('GET', '/subscribers?')).status).toBe(200)
  })

  test('with a broken percent sign is a mistake of the client', async () => {
    const operator = await openSandbox().operator()
    expect(await operator.call('GET', '/subscribers/%zz')).toMatchObject({ status: 400, body: { code: 'EMU0006' } })
  })

  test('may come as a whole URL', async () => {
    const reply = await createEmulator().handle({ method: 'GET', url: 'http://127.0.0.1:1/_emulator/health?x=1' })
    expect(reply.status).toBe(200)
  })

  test('named like a method of objects is no path', async () => {
    const { call } = openSandbox()
    expect((await call('GET', '/constructor')).status).toBe(404)
    expect((await call('__proto__', '/subscribers')).status).toBe(404)
  })
})

describe('a body', () => {
  test('is read as JSON whatever its content type says (observed clients send text/plain or none)', async () => {
    const operator = await openSandbox().operator()
    const { status } = await operator.call('POST', '/groups', { tags: {} }, { 'Content-Type': 'text/plain' })
    expect(status).toBe(201)
  })

  test('may be empty where all of it is optional', async () => {
    const operator = await openSandbox().operator()
    expect((await operator.call('POST', '/groups', '')).status).toBe(201)
  })

  test('that is not JSON answers 400', async () => {
    const operator = await openSandbox().operator()
    expect(await operator.call('POST', '/groups', '{')).toMatchObject({ status: 400, body: { code: 'EMU0001' } })
  })

  test('that breaks the schema answers COM0008 with its misspelt text (seen in tests of the Swift client)', async () => {
    const { status, body } = await openSandbox().call('POST', '/operators', {})
    expect(status).toBe(400)
    expect(body).toEqual({
      code: 'COM0008',
      message: 'Constraint vaiolation of input value. message:may not be empty:emailmay not be empty:password',
    })
  })

  test('of another type than the whole schema is a mistake of the client', async () => {
    const operator = await openSandbox().operator()
    for (const body of ['[]', '1', 'null', '"text"']) {
      expect((await operator.call('POST', '/sandbox/stats/air/subscribers/1', body)).status).toBe(400)
    }
  })

  test('is looked at only after the credentials', async () => {
    expect((await openSandbox().call('POST', '/groups', '{')).status).toBe(401)
  })
})

describe('an error', () => {
  test('is told in Japanese where X-Soracom-Lang asks for it, and in English for any other language', async () => {
    const { call } = openSandbox()
    const japanese = await call('GET', '/subscribers', undefined, { 'X-Soracom-Lang': 'ja' })
    expect(japanese.body).toEqual({ code: 'AUM0001', message: 'リクエストヘッダーにトークンが必要です。' })
    expect(japanese.headers['content-language']).toBe('ja')
    const french = await call('GET', '/subscribers', undefined, { 'x-soracom-lang': 'fr' })
    expect(french.body).toEqual({ code: 'AUM0001', message: 'Token is required in the request header' })
    expect(french.headers['content-language']).toBe('en')
  })
})

describe('the Host header', () => {
  test.each(['127.0.0.1:4010', 'localhost:4010', 'LOCALHOST', '[::1]:4010', '127.0.0.2'])('may be %s', async (host) => {
    const { status } = await createEmulator().handle({ method: 'GET', url: '/_emulator/health', headers: { host } })
    expect(status).toBe(200)
  })

  test.each(['evil.example', 'localhost.evil.example:80', '127.0.0.1.evil.example', '10.0.0.1'])(
    'may not be %s, so that no web page reaches the emulator by a name of its own',
    async (host) => {
      const { status, body } = await createEmulator().handle({ method: 'GET', url: '/v1/products', headers: { host } })
      expect(status).toBe(403)
      expect(JSON.parse(body)).toMatchObject({ code: 'EMU0015' })
    },
  )

  test('may be one that is allowed', async () => {
    const emulator = createEmulator({ allowedHosts: ['Emulator'] })
    const request = { method: 'GET', url: '/_emulator/health', headers: { host: 'emulator:4010' } }
    expect((await emulator.handle(request)).status).toBe(200)
  })
})

test('the control paths tell the health and the counts, and count no calls', async () => {
  const { emulator, call, operator } = openSandbox({ startTime: '2026-11-01T00:00:00Z' })
  await operator()
  await call('GET', '/nothing')
  const health = await emulator.handle({ method: 'GET', url: '/_emulator/health' })
  expect(JSON.parse(health.body)).toMatchObject({ status: 'ok' })
  const counts = await emulator.handle({ method: 'GET', url: '/_emulator/counts' })
  expect(JSON.parse(counts.body)).toEqual({ operatorsMade: 1, operatorsDeleted: 0, operatorsLeft: 1, calls: 2 })
  expect((await emulator.handle({ method: 'POST', url: '/_emulator/counts' })).status).toBe(405)
})
