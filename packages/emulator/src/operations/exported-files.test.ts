import { expect, test } from 'vitest'
import { createEmulator } from '../create-emulator.ts'
import { startEmulator } from '../start-emulator.ts'
import { logInAgain } from '../testing/log-in-again.ts'
import { openSandbox, productionKey } from '../testing/open-sandbox.ts'

test('a synchronous export answers the link to its file, which is the default (published document)', async () => {
  const { operator, download } = openSandbox()
  const shop = await operator()
  const { status, body } = await shop.call('POST', '/subscribers/export')
  expect(status).toBe(200)
  expect(Object.keys(body)).toEqual(['url'])
  const file = await download(body.url)
  expect(file.status).toBe(200)
  expect(file.headers['content-type']).toBe('text/csv;charset=UTF-8')
})

test('an asynchronous export answers an ID and a path with two slashes (observed answer)', async () => {
  const { operator, download } = openSandbox()
  const shop = await operator()
  const { body } = await shop.call('POST', '/subscribers/export?export_mode=async')
  expect(body.exportedFileId).toMatch(/^fe_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(body).toEqual({
    exportedFileId: body.exportedFileId,
    exportedFilePath: `//files/exported/${body.exportedFileId}`,
  })
  const exported = await shop.call('GET', `/files/exported/${body.exportedFileId}`)
  expect(exported.body.status).toBe('exported')
  expect((await download(exported.body.url)).status).toBe(200)
})

test('an asynchronous export takes as long as the setting says', async () => {
  const { emulator, operator } = openSandbox({ settings: { exportDelayMs: 60_000 } })
  const shop = await operator()
  const { exportedFileId } = (await shop.call('POST', '/subscribers/export?export_mode=async')).body
  expect((await shop.call('GET', `/files/exported/${exportedFileId}`)).body).toEqual({ status: 'processing' })
  emulator.clock.advance({ minutes: 1 })
  expect((await shop.call('GET', `/files/exported/${exportedFileId}`)).body).toMatchObject({ status: 'exported' })
})

test('another mode than sync and async is refused', async () => {
  const shop = await openSandbox().operator()
  expect(await shop.call('POST', '/subscribers/export?export_mode=later')).toMatchObject({ status: 400 })
})

test('a link holds for 172,800 seconds by the clock of the emulator (link of the service)', async () => {
  const { emulator, operator, download } = openSandbox()
  const shop = await operator()
  const { url } = (await shop.call('POST', '/subscribers/export')).body
  emulator.clock.advance({ seconds: 172_790 })
  expect((await download(url)).status).toBe(200)
  emulator.clock.advance({ seconds: 11 })
  const expired = await download(url)
  expect(expired.status).toBe(403)
  expect(JSON.parse(expired.body)).toMatchObject({ code: 'EMU0180' })
})

test('an export whose link has expired is gone', async () => {
  const sandbox = openSandbox()
  const shop = await sandbox.operator()
  const { exportedFileId } = (await shop.call('POST', '/subscribers/export?export_mode=async')).body
  sandbox.emulator.clock.advance({ seconds: 172_801 })
  const later = await logInAgain(sandbox, shop)
  expect((await later.call('GET', `/files/exported/${exportedFileId}`)).status).toBe(404)
})

test('a link is of no use with another key, another name or another method', async () => {
  const { emulator, operator, download } = openSandbox()
  const shop = await operator()
  const { url } = (await shop.call('POST', '/subscribers/export')).body
  expect((await download(url.replace(/_files\/[^/]+/, `_files/${'A'.repeat(40)}`))).status).toBe(403)
  expect((await download(`${url}x`)).status).toBe(403)
  expect((await emulator.handle({ method: 'PUT', url })).status).toBe(403)
})

test('nobody else can ask after an export, and it goes with its operator', async () => {
  const { operator, download } = openSandbox()
  const [shop, other] = [await operator(), await operator()]
  const { exportedFileId } = (await shop.call('POST', '/subscribers/export?export_mode=async')).body
  expect((await other.call('GET', `/files/exported/${exportedFileId}`)).status).toBe(404)
  const { url } = (await shop.call('GET', `/files/exported/${exportedFileId}`)).body
  await shop.call('DELETE', `/sandbox/operators/${shop.operatorId}`)
  expect((await download(url)).status).toBe(403)
})

test('a link has the name that the client called', async () => {
  const emulator = createEmulator({ allowedHosts: ['emulator'] })
  const headers = { host: 'emulator:4010' }
  const account = { email: 'one@example.com', password: 'Passw0rd', ...productionKey }
  const login = await emulator.handle({
    method: 'POST',
    url: '/v1/sandbox/init',
    headers,
    body: JSON.stringify(account),
  })
  const { apiKey, token } = JSON.parse(login.body)
  const credentials = { 'x-soracom-api-key': apiKey, 'x-soracom-token': token }
  const exported = await emulator.handle({
    method: 'POST',
    url: '/v1/subscribers/export',
    headers: { ...headers, ...credentials },
  })
  expect(JSON.parse(exported.body).url).toMatch(
    /^http:\/\/emulator:4010\/_files\/\w{40}\/\d{14}-OP\d+-subscribers\.csv$/,
  )
})

test('a file is served over HTTP with its byte order mark, without credentials', async () => {
  await using emulator = await startEmulator()
  const account = { email: 'one@example.com', password: 'Passw0rd', ...productionKey }
  const init = await fetch(`${emulator.endpoint}/v1/sandbox/init`, { method: 'POST', body: JSON.stringify(account) })
  const { apiKey, token } = (await init.json()) as { apiKey: string; token: string }
  const headers = { 'X-Soracom-API-Key': apiKey, 'X-Soracom-Token': token }
  const exported = await fetch(`${emulator.endpoint}/v1/subscribers/export`, { method: 'POST', headers })
  const { url } = (await exported.json()) as { url: string }
  expect(url.startsWith(`${emulator.endpoint}/_files/`)).toBe(true)
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  expect(bytes.subarray(0, 7).toString('hex')).toBe(`efbbbf${Buffer.from('imsi').toString('hex')}`)
})
