import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { startEmulator } from '../start-emulator.ts'
import { password, productionKey } from '../testing/open-sandbox.ts'

const account = { email: 'http@example.com', password, ...productionKey }

test('a served emulator answers over HTTP', async () => {
  await using emulator = await startEmulator()
  expect(emulator.endpoint).toBe(`http://127.0.0.1:${emulator.port}`)
  const made = await fetch(`${emulator.endpoint}/v1/sandbox/init`, { method: 'POST', body: JSON.stringify(account) })
  expect(made.status).toBe(201)
  expect(made.headers.get('content-type')).toBe('application/json;charset=UTF-8')
  const { apiKey, token, operatorId } = (await made.json()) as Record<string, string>
  const credentials = { 'X-Soracom-API-Key': apiKey ?? '', 'X-Soracom-Token': token ?? '' }
  const headers = { ...credentials, 'Content-Type': 'application/json' }
  const operator = await fetch(`${emulator.endpoint}/v1/operators/${operatorId}`, { headers })
  expect(await operator.json()).toMatchObject({ operatorId, email: account.email })
  const loggedOut = await fetch(`${emulator.endpoint}/v1/auth/logout`, { method: 'POST', headers })
  expect([loggedOut.status, await loggedOut.text()]).toEqual([204, ''])
  expect(emulator.counts()).toEqual({ operatorsMade: 1, operatorsDeleted: 0, operatorsLeft: 1, calls: 3 })
})

test('an answer without a body has no content type and the length 0', async () => {
  await using emulator = await startEmulator()
  const body = JSON.stringify({ email: account.email, password })
  const response = await fetch(`${emulator.endpoint}/v1/operators`, { method: 'POST', body })
  expect(response.status).toBe(201)
  expect(response.headers.get('content-type')).toBe(null)
  expect(response.headers.get('content-length')).toBe('0')
})

test('a body above 5 MiB answers 413', async () => {
  await using emulator = await startEmulator()
  const body = ' '.repeat(5 * 1024 * 1024 + 1)
  const response = await fetch(`${emulator.endpoint}/v1/sandbox/init`, { method: 'POST', body })
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ code: 'EMU0002' })
})

test('a body above 5 MiB that does not tell its length answers 413', async () => {
  await using emulator = await startEmulator()
  const status = await new Promise((resolve, reject) => {
    const call = request(`${emulator.endpoint}/v1/sandbox/init`, { method: 'POST' }, (response) => {
      resolve(response.statusCode)
      response.resume()
    })
    call.on('error', reject)
    for (let chunk = 0; chunk < 6; chunk += 1) call.write(' '.repeat(1024 * 1024))
    call.end()
  })
  expect(status).toBe(413)
})

test('a body in several chunks is read as one text', async () => {
  await using emulator = await startEmulator()
  const text = Buffer.from(JSON.stringify({ ...account, email: '東京@example.com' }))
  const status = await new Promise((resolve, reject) => {
    const call = request(`${emulator.endpoint}/v1/sandbox/init`, { method: 'POST' }, (response) => {
      resolve(response.statusCode)
      response.resume()
    })
    call.on('error', reject)
    call.write(text.subarray(0, 12))
    setImmediate(() => call.end(text.subarray(12)))
  })
  expect(status).toBe(201)
})

test('a body of bytes reaches an operation that reads bytes as it was sent', async () => {
  await using emulator = await startEmulator()
  const made = await fetch(`${emulator.endpoint}/v1/sandbox/init`, { method: 'POST', body: JSON.stringify(account) })
  const { apiKey, token } = (await made.json()) as Record<string, string>
  const headers = { 'X-Soracom-API-Key': apiKey ?? '', 'X-Soracom-Token': token ?? '' }
  const body = JSON.stringify({ soraletId: 'bytes' })
  await fetch(`${emulator.endpoint}/v1/soralets`, { method: 'POST', headers, body })
  const code = Uint8Array.from({ length: 256 }, (_, index) => index)
  const uploaded = await fetch(`${emulator.endpoint}/v1/soralets/bytes/versions`, {
    method: 'POST',
    headers,
    body: code,
  })
  const hash = createHash('sha256').update(code).digest('hex')
  expect(await uploaded.json()).toMatchObject({ size: 256, hash })
})

test('the address of who calls is in the audit log', async () => {
  await using emulator = await startEmulator()
  await fetch(`${emulator.endpoint}/v1/sandbox/init`, { method: 'POST', body: JSON.stringify(account) })
  const { email } = account
  const login = await fetch(`${emulator.endpoint}/v1/auth`, {
    method: 'POST',
    body: JSON.stringify({ email, password }),
  })
  const { apiKey, token } = (await login.json()) as Record<string, string>
  const headers = { 'X-Soracom-API-Key': apiKey ?? '', 'X-Soracom-Token': token ?? '' }
  const audit = await fetch(`${emulator.endpoint}/v1/audit_logs/api`, { headers })
  expect(await audit.json()).toMatchObject([{ apiKind: '/v1/auth', remoteIpAddress: '127.0.0.1' }])
})

test('a body that is not UTF-8 answers 400', async () => {
  await using emulator = await startEmulator()
  const body = Buffer.from([0x7b, 0xff, 0xfe, 0x7d])
  const response = await fetch(`${emulator.endpoint}/v1/sandbox/init`, { method: 'POST', body })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'EMU0222' })
})

test('HEAD has the length of what GET answers', async () => {
  await using emulator = await startEmulator()
  const [head, get] = await Promise.all(
    ['HEAD', 'GET'].map((method) => fetch(`${emulator.endpoint}/v1/groups`, { method })),
  )
  expect(head?.status).toBe(401)
  expect(head?.headers.get('content-length')).toBe(get?.headers.get('content-length'))
  expect(await head?.text()).toBe('')
})

test('a fault resets the connection, or ends it within the body', async () => {
  await using emulator = await startEmulator()
  const call = () => fetch(`${emulator.endpoint}/v1/sandbox/init`, { method: 'POST', body: JSON.stringify(account) })
  emulator.faults.add({ kind: 'reset', count: 1 })
  emulator.faults.add({ kind: 'cutBody', count: 1 })
  await expect(call()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
  expect(emulator.counts().operatorsMade).toBe(0)
  const cut = await call()
  expect(cut.status).toBe(201)
  await expect(cut.text()).rejects.toThrow('terminated')
  expect(emulator.counts().operatorsMade).toBe(1)
  expect((await call()).status).toBe(400)
})

test('a client without credentials is counted by its address', async () => {
  await using emulator = await startEmulator({ rateLimit: { limit: 1, perSeconds: 3600 }, startTime: 0 })
  const login = async () => (await fetch(`${emulator.endpoint}/v1/auth`, { method: 'POST', body: '{}' })).status
  expect([await login(), await login()]).toEqual([401, 429])
})

test.each<[string, string | Buffer, RegExp]>([
  ['no HTTP at all', Buffer.from([0, 1, 2, 255, 13, 10, 13, 10]), /^HTTP\/1\.1 400 /],
  [
    'two lengths',
    'POST /v1/auth HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a wrong chunk',
    'POST /v1/auth HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'headers of 40 KiB',
    `GET /v1/auth HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
    /^HTTP\/1\.1 431 /,
  ],
  [
    'a path of bytes',
    'GET /v1/\u00ff\u0001 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    /^HTTP\/1\.1 4\d\d /,
  ],
  ['a path that is none', 'GET v1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 4\d\d /],
])('%s is answered as a mistake of the client, and the server goes on', async (_, message, answer) => {
  await using emulator = await startEmulator()
  const socket = connect(emulator.port, '127.0.0.1')
  socket.setEncoding('latin1')
  let said = ''
  socket.on('data', (text) => {
    said += text
  })
  socket.write(message, 'latin1')
  await once(socket, 'close')
  expect(said).toMatch(answer)
  expect((await fetch(`${emulator.endpoint}/_emulator/health`)).status).toBe(200)
})

test('a foreign Host header answers 403', async () => {
  await using emulator = await startEmulator()
  const status = await new Promise((resolve, reject) => {
    const url = `${emulator.endpoint}/v1/products`
    request(url, { headers: { host: 'evil.example' } }, (response) => {
      resolve(response.statusCode)
      response.resume()
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(403)
})

test('every answer takes the latency, and calls wait side by side', async () => {
  await using emulator = await startEmulator({ latencyMs: 60 })
  const startMs = performance.now()
  await Promise.all(Array.from({ length: 5 }, () => fetch(`${emulator.endpoint}/_emulator/health`)))
  const tookMs = performance.now() - startMs
  expect(tookMs).toBeGreaterThanOrEqual(59)
  expect(tookMs).toBeLessThan(5 * 60)
})

test('closing drops connections that are kept alive, and closing twice is harmless', async () => {
  const emulator = await startEmulator()
  await fetch(`${emulator.endpoint}/_emulator/health`)
  await Promise.all([emulator.close(), emulator.close()])
  await emulator.close()
  await expect(fetch(`${emulator.endpoint}/_emulator/health`)).rejects.toThrow()
})

test('a port that is taken is told', async () => {
  await using emulator = await startEmulator()
  await expect(startEmulator({ port: emulator.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
