import { createHash } from 'node:crypto'
import { request } from 'node:http'
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
