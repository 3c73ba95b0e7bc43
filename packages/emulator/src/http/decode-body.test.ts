import { createHash } from 'node:crypto'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { startEmulator } from '../start-emulator.ts'
import { openSandbox, password, productionKey } from '../testing/open-sandbox.ts'

const account = Buffer.from(JSON.stringify({ email: '東京@example.com', password, ...productionKey }))
const mebibyte = 1024 * 1024

const signUp = (body: Uint8Array, encoding: string) =>
  openSandbox().call('POST', '/sandbox/init', body, { 'Content-Encoding': encoding })

test.each([
  ['gzip', gzipSync(account)],
  ['GZIP', gzipSync(account)],
  ['x-gzip', gzipSync(account)],
  ['deflate', deflateSync(account)],
  ['deflate', deflateRawSync(account)],
  ['br', brotliCompressSync(account)],
  ['identity', account],
  ['', account],
])('a body by the Content-Encoding "%s" is read as it was before', async (encoding, body) => {
  expect((await signUp(body, encoding)).status).toBe(201)
})

test('an encoding that is not known is refused with 415 and those that are', async () => {
  for (const encoding of ['zstd', 'gzip, gzip', 'constructor', '__proto__', 'x'.repeat(8000)]) {
    const { status, body } = await signUp(account, encoding)
    expect([status, body.code]).toEqual([415, 'EMU0229'])
    expect(body.message).toMatch(/ is not known; there are gzip, deflate, br$/)
    expect(body.message.length).toBeLessThan(200)
  }
})

test.each([
  ['gzip', account],
  ['deflate', account],
  ['br', Buffer.from([255, 255, 255])],
  ['gzip', gzipSync(account).subarray(0, -12)],
  ['deflate', deflateSync(account).subarray(0, -12)],
  ['br', brotliCompressSync(account).subarray(0, -12)],
])('a body that is not of its encoding, %s, or ends too early, answers 400', async (encoding, body) => {
  expect(await signUp(body, encoding)).toMatchObject({ status: 400, body: { code: 'EMU0228' } })
})

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
] as const)(
  'a few bytes that %s makes more than 5 MiB of answer 413, and what is in them is not read',
  async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(64 * mebibyte, ' '))
    expect(bomb.length).toBeLessThan(mebibyte)
    const { status, body } = await signUp(bomb, encoding)
    expect([status, body.code]).toEqual([413, 'EMU0002'])
    const padded = Buffer.concat([account, Buffer.alloc(5 * mebibyte - account.length, ' ')])
    expect((await signUp(compress(padded), encoding)).status).toBe(201)
  },
)

test('no body is none, though an encoding is named', async () => {
  const { call } = await openSandbox().operator()
  const headers = { 'Content-Encoding': 'gzip' }
  expect((await call('POST', '/groups', undefined, headers)).status).toBe(201)
  expect((await call('POST', '/groups', new Uint8Array(), headers)).status).toBe(201)
})

test('it works over HTTP, for bytes and for the emulator’s own calls too', async () => {
  await using emulator = await startEmulator()
  const send = (path: string, body: Buffer<ArrayBuffer>, headers: Record<string, string> = {}) => {
    const init = {
      method: 'POST',
      headers: { 'Content-Encoding': 'gzip', ...headers },
      body: new Uint8Array(gzipSync(body)),
    }
    return fetch(emulator.endpoint + path, init)
  }
  const { apiKey, token } = (await (await send('/v1/sandbox/init', account)).json()) as Record<string, string>
  const credentials = { 'X-Soracom-API-Key': apiKey ?? '', 'X-Soracom-Token': token ?? '' }
  await send('/v1/soralets', Buffer.from(JSON.stringify({ soraletId: 'bytes' })), credentials)
  const code = Buffer.from(Uint8Array.from({ length: 256 }, (_, index) => index))
  const uploaded = await send('/v1/soralets/bytes/versions', code, credentials)
  expect(await uploaded.json()).toMatchObject({ size: 256, hash: createHash('sha256').update(code).digest('hex') })
  expect((await send('/_emulator/clock/advance', Buffer.from('{"days":1}'))).status).toBe(200)
  // What was compressed is logged as it was before, without its secrets.
  expect(emulator.log()[0]?.request.body).toMatchObject({
    email: '東京@example.com',
    password: expect.stringContaining('redacted'),
  })
})
