import { describe, expect, test } from 'vitest'
import { createEmulator } from '../create-emulator.ts'
import { openSandbox } from '../testing/open-sandbox.ts'

describe('a path', () => {
  test('that is not in the API answers 404 with a flat code and message (observed error bodies)', async () => {
    const { status, body, headers } = await openSandbox().call('GET', '/nothing')
    expect(status).toBe(404)
    expect(body).toEqual({ code: 'EMU0003', message: 'No such path in the API: GET /v1/nothing' })
    expect(headers['content-type']).toBe('application/json;charset=UTF-8')
  })

  test('outside /v1 is not in the API', async () => {
    expect((await createEmulator().handle({ method: 'GET', url: '/products' })).status).toBe(404)
  })

  test('of an operation that the emulator does not do answers 501 with its name', async () => {
    const { status, body } = await openSandbox().call('GET', '/lagoon/users')
    expect(status).toBe(501)
    expect(body).toEqual({
      code: 'EMU0004',
      message: expect.stringContaining('listLagoonUsers yet; ask for it by this name at https://'),
    })
  })

  test('may end in a bare question mark (the command-line client sends one)', async () => {
    const operator = await openSandbox().operator()
    expect((await operator.call('GET', '/subscribers?')).status).toBe(200)
  })

  test('with a broken percent sign is a mistake of the client', async () => {
    const operator = await openSandbox().operator()
    expect(await operator.call('GET', '/subscribers/%zz')).toMatchObject({ status: 400, body: { code: 'EMU0006' } })
  })

  test('may end in a slash', async () => {
    const operator = await openSandbox().operator()
    expect((await operator.call('GET', '/subscribers/')).status).toBe(200)
  })

  test('may come as a whole URL', async () => {
    const reply = await createEmulator().handle({ method: 'GET', url: 'http://127.0.0.1:1/_emulator/health?x=1' })
    expect(reply.status).toBe(200)
  })

  test('named like a method of objects is no path', async () => {
    const { call } = openSandbox()
    expect((await call('GET', '/constructor')).status).toBe(404)
    expect((await call('__proto__', '/nothing')).status).toBe(404)
    expect((await call('__proto__', '/subscribers')).status).toBe(405)
  })
})

describe('a path that is not in the API', () => {
  test.each([
    ['GET', '/subscriber', 'GET /v1/subscriber. Did you mean GET /v1/subscribers (listSubscribers)?'],
    ['POST', '/auth/log_out', 'POST /v1/auth/log_out. Did you mean POST /v1/auth/logout (logout)?'],
  ])('is told with the nearest one: %s %s', async (method, path, message) => {
    const { status, body } = await openSandbox().call(method, path)
    expect(status).toBe(404)
    expect(body).toEqual({ code: 'EMU0220', message: `No such path in the API: ${message}` })
  })

  test('may lack the /v1 only', async () => {
    const { status, body } = await createEmulator().handle({ method: 'GET', url: '/subscribers' })
    expect(status).toBe(404)
    expect(body).toContain('Did you mean GET /v1/subscribers (listSubscribers)?')
  })
})

describe('a method that a path does not have', () => {
  test('answers 405 with those that it has', async () => {
    const { status, body, headers } = await openSandbox().call('PATCH', '/groups')
    expect(status).toBe(405)
    expect(body).toEqual({ code: 'EMU0221', message: 'The path has no PATCH: /v1/groups. It has GET, POST' })
    expect(headers.allow).toBe('HEAD, GET, POST, OPTIONS')
  })

  test('answers 404 where that is set', async () => {
    const { call } = openSandbox({ settings: { unknownMethodStatus: 404 } })
    expect((await call('DELETE', '/groups')).status).toBe(404)
  })

  test('is answered for OPTIONS, without letting other hosts in', async () => {
    const { status, body, headers } = await openSandbox().call('OPTIONS', '/sandbox/init')
    expect([status, body, headers]).toEqual([204, undefined, { allow: 'POST, OPTIONS' }])
    expect((await openSandbox().call('OPTIONS', '/nothing')).status).toBe(404)
  })

  test('is answered for HEAD as for GET, without the body', async () => {
    const operator = await openSandbox().operator()
    const [head, get] = [await operator.call('HEAD', '/groups'), await operator.call('GET', '/groups')]
    expect([head.status, head.body]).toEqual([get.status, undefined])
    expect(head.headers['content-length']).toBe(String(JSON.stringify(get.body).length))
    expect((await operator.call('HEAD', '/groups/none')).status).toBe(404)
  })
})

describe('control paths', () => {
  test.each(['https://evil.example', 'http://localhost.evil.example:80', 'null', 'file://'])(
    'refuse what a page of %s would change',
    async (origin) => {
      const emulator = createEmulator()
      const url = '/_emulator/clock/advance'
      const request = { url, headers: { origin, host: '127.0.0.1:4010' }, body: '{"days":1}' }
      const reply = await emulator.handle({ ...request, method: 'POST' })
      expect([reply.status, JSON.parse(reply.body).code]).toEqual([403, 'EMU0223'])
      expect((await emulator.handle({ ...request, url: '/_emulator/health', method: 'GET' })).status).toBe(200)
    },
  )

  test.each(['http://localhost:5173', 'http://127.0.0.1', 'https://Emulator:1'])(
    'take what a page of %s changes',
    async (origin) => {
      const emulator = createEmulator({ allowedHosts: ['emulator'] })
      const request = { method: 'POST', url: '/_emulator/clock/advance', headers: { origin }, body: '{"days":1}' }
      expect((await emulator.handle(request)).status).toBe(200)
    },
  )

  test('can be switched off', async () => {
    const emulator = createEmulator({ controlPaths: false })
    expect((await emulator.handle({ method: 'GET', url: '/_emulator/health' })).status).toBe(404)
    expect((await emulator.handle({ method: 'POST', url: '/_emulator/clock/advance' })).status).toBe(404)
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

  test.each([
    ['{}', 'the Go client'],
    ['""', 'a client in Python'],
    ['null', 'a client in Python'],
    [' \r\n', 'nobody'],
  ])('of %s is none, where none is needed (%s sends it)', async (body) => {
    const operator = await openSandbox().operator()
    const { imsi } = (await operator.call('POST', '/sandbox/subscribers/create', body)).body
    expect(imsi).toMatch(/^\d{15}$/)
    expect((await operator.call('GET', '/subscribers', body)).status).toBe(200)
    expect((await operator.call('POST', '/auth/logout', body)).status).toBe(204)
  })

  test('may write out what it leaves unset as null (Go and Python clients)', async () => {
    const operator = await openSandbox().operator()
    const made = await operator.call('POST', '/sandbox/subscribers/create', { subscription: null, bundles: null })
    expect(made).toMatchObject({ status: 200, body: { subscription: 'plan-D' } })
    const account = { email: null, password: null }
    expect((await operator.call('POST', '/operators', account)).body.message).toContain('may not be empty:password')
  })

  test('that is not JSON answers 400', async () => {
    const operator = await openSandbox().operator()
    expect(await operator.call('POST', '/groups', '{')).toMatchObject({ status: 400, body: { code: 'EMU0001' } })
  })

  test('that is not JSON is not quoted, since it may hold a password', async () => {
    const { body } = await openSandbox().call('POST', '/auth', '{"password":"Passw0rd')
    expect(body.code).toBe('EMU0001')
    expect(body.message).not.toContain('Passw0rd')
    expect((await openSandbox().call('POST', '/auth', 'Passw0rd')).body.message).not.toContain('Passw0rd')
  })

  test('may be 100 levels deep and no deeper', async () => {
    const operator = await openSandbox().operator()
    const { groupId } = (await operator.call('POST', '/groups', {})).body
    const path = `/groups/${groupId}/configuration/SoracomAir`
    const text = JSON.stringify('[[{"')
    const nested = (levels: number) => `[{"key":"a","value":${'['.repeat(levels - 2)}${text}${']'.repeat(levels - 2)}}]`
    expect((await operator.call('PUT', path, nested(100))).status).toBe(200)
    expect(await operator.call('PUT', path, nested(101))).toMatchObject({ status: 400, body: { code: 'EMU0227' } })
    expect((await operator.call('PUT', path, '['.repeat(1_000_000))).status).toBe(400)
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

test('an answer in JSON is not to be kept by a cache (sample answer of the guide to paging)', async () => {
  const operator = await openSandbox().operator()
  expect((await operator.call('GET', '/subscribers')).headers).toEqual({
    'content-type': 'application/json;charset=UTF-8',
    'cache-control': 'no-cache',
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

  test('names what is missing in Japanese too, and leaves what somebody called it', async () => {
    const { call } = await openSandbox().operator()
    const { body } = await call('GET', '/groups/order', undefined, { 'X-Soracom-Lang': 'ja' })
    expect(body).toEqual({ code: 'EMU0005', message: 'グループ が見つかりません: order' })
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
