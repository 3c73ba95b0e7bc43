import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { startEmulator } from '../start-emulator.ts'
import { password } from '../testing/open-sandbox.ts'

const body = JSON.stringify({ email: 'wire@example.com', password })

// Sends bytes as they are, and gives all that comes back until the emulator ends the connection.
async function exchange(...lines: readonly string[]): Promise<string> {
  await using emulator = await startEmulator()
  const socket = connect(emulator.port, '127.0.0.1')
  socket.write(lines.join('\r\n'))
  return await text(socket)
}

test('an HTTP/1.0 client needs no Host, and its connection ends with the answer', async () => {
  const answer = await exchange('GET /v1/products HTTP/1.0', '', '')
  expect(answer).toMatch(/^HTTP\/1\.1 401 /)
  expect(answer).toContain('"code":"AUM0001"')
})

test('a client that asks for the end of the connection gets it, and a head without a body', async () => {
  const answer = await exchange('HEAD /_emulator/health HTTP/1.1', 'Host: localhost', 'Connection: close', '', '')
  expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\nConnection: close\r\n\r\n$/)
})

test('a client that asks whether to send its body is told to', async () => {
  const headers = ['Host: localhost', 'Connection: close', `Content-Length: ${body.length}`, 'Expect: 100-continue']
  const answer = await exchange('POST /v1/operators HTTP/1.1', ...headers, '', body)
  expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201 /)
})

test('a body may come in chunks without a length', async () => {
  const headers = ['Host: localhost', 'Connection: close', 'Transfer-Encoding: chunked']
  const chunks = [body.slice(0, 9), body.slice(9)].flatMap((chunk) => [chunk.length.toString(16), chunk])
  const answer = await exchange('POST /v1/operators HTTP/1.1', ...headers, '', ...chunks, '0', '', '')
  expect(answer).toMatch(/^HTTP\/1\.1 201 /)
})

test('an offer to speak HTTP/2 instead is passed over, with the body of its call (Java sends it over plain HTTP)', async () => {
  await using emulator = await startEmulator()
  const socket = connect(emulator.port, '127.0.0.1')
  const offer = [
    'Connection: Upgrade, HTTP2-Settings',
    'Upgrade: h2c',
    'HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAA',
  ]
  const headers = ['Host: localhost', `Content-Length: ${body.length}`, ...offer]
  socket.write(['POST /v1/operators HTTP/1.1', ...headers, '', body].join('\r\n'))
  const [first] = await once(socket, 'data')
  expect(first.toString()).toMatch(/^HTTP\/1\.1 201 /)
  socket.write(['GET /v1/groups HTTP/1.1', 'Host: localhost', 'Connection: close', '', ''].join('\r\n'))
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 401 /)
})

test('credentials that are empty are none (the Go client sends them before it has any)', async () => {
  const empty = ['X-Soracom-API-Key: ', 'X-Soracom-Token: ', 'Host: localhost', 'Connection: close']
  const open = ['POST /v1/operators HTTP/1.1', ...empty, `Content-Length: ${body.length}`, '', body]
  expect(await exchange(...open)).toMatch(/^HTTP\/1\.1 201 /)
  const answer = await exchange('GET /v1/groups HTTP/1.1', ...empty, '', '')
  expect(answer).toMatch(/^HTTP\/1\.1 401 /)
  expect(answer).toContain('"code":"AUM0001"')
})

test('calls that come at once on one connection are answered in their order', async () => {
  const call = (path: string, end = '') => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${end}\r\n`
  const answer = await exchange(
    call('/v1/nothing-of-the-kind') + call('/_emulator/health') + call('/v1/groups', 'Connection: close\r\n'),
  )
  expect([...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['404', '200', '401'])
})

test.each([
  ['no HTTP at all', 'hello', 400],
  ['a header without a name', 'GET /v1/groups HTTP/1.1\r\nHost: localhost\r\n: a', 400],
  ['an HTTP/1.1 call without a Host', 'GET /v1/groups HTTP/1.1', 400],
])('%s is refused, and the emulator goes on', async (_, lines, status) => {
  await using emulator = await startEmulator()
  const socket = connect(emulator.port, '127.0.0.1')
  socket.write(`${lines}\r\n\r\n`)
  expect(await text(socket)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect((await fetch(`${emulator.endpoint}/_emulator/health`)).status).toBe(200)
})
