import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { answer, cut, cutAfter, hang, say, serve } from '../test-support/serve.ts'
import { TransportError } from '../wire/transport-error.ts'
import { createGotTransport } from './got.ts'
import type { WireRequest } from './transport.ts'

const send = createGotTransport({ maxInFlight: 4 })

test('a request arrives as it was given, and a reply comes as it was sent, whatever its status', async () => {
  const { endpoint, requests } = await serve(say(503, 'Bad "day"', { 'Retry-After': '7', 'X-Two': 'a' }))
  const reply = await send(toRequest(endpoint, { method: 'POST', body: '{"a":"ä"}', headers: { 'x-own': '1' } }))
  expect(reply).toMatchObject({ status: 503, text: 'Bad "day"', headers: { 'retry-after': '7', 'x-two': 'a' } })
  expect(requests).toMatchObject([{ method: 'POST', body: '{"a":"ä"}', headers: { 'x-own': '1' } }])
})

test('nothing is repeated', async () => {
  const { endpoint, requests } = await serve(answer(500))
  await send(toRequest(endpoint))
  expect(requests).toHaveLength(1)
})

test('a redirect is not followed', async () => {
  const target = await serve(answer(200))
  const { endpoint } = await serve(say(302, '', { location: target.endpoint }))
  expect((await send(toRequest(endpoint))).status).toBe(302)
  expect(target.requests).toEqual([])
})

test('a refused connection was surely not sent', async () => {
  const error = await failureOf(send(toRequest(await closedEndpoint())))
  expect(error).toMatchObject({ name: 'TransportError', sent: 'no', code: 'ECONNREFUSED' })
})

test('a name that does not exist was surely not sent', async () => {
  const error = await failureOf(send(toRequest('http://no-such-host.invalid')))
  expect(error.sent).toBe('no')
})

test('nobody knows of a connection that is cut before the answer or in the middle of it', async () => {
  for (const step of [cut, cutAfter('{"imsi":"44')]) {
    const { endpoint } = await serve(step)
    expect(await failureOf(send(toRequest(endpoint)))).toMatchObject({ sent: 'maybe' })
  }
})

test('a request without an answer in time is cut off, and nobody knows of it', async () => {
  const { endpoint } = await serve(hang)
  const error = await failureOf(send(toRequest(endpoint, { timeoutMs: 50 })))
  expect(error).toMatchObject({ sent: 'maybe', code: 'ETIMEDOUT' })
})

test('a signal cuts a request off with its reason', async () => {
  const { endpoint, requests } = await serve(hang)
  const controller = new AbortController()
  const sent = send(toRequest(endpoint, { signal: controller.signal }))
  await expect.poll(() => requests.length).toBe(1)
  controller.abort(new Error('given up'))
  await expect(sent).rejects.toThrow('given up')
})

test('connections are kept, and no more are opened than calls may be in flight', async () => {
  const { endpoint, connections } = await countConnections()
  const transport = createGotTransport({ maxInFlight: 2 })
  await Promise.all(Array.from({ length: 12 }, () => transport(toRequest(endpoint))))
  for (let call = 0; call < 3; call += 1) await transport(toRequest(endpoint))
  expect(connections()).toBeLessThanOrEqual(2)
})

test('a failure holds nothing of the request', async () => {
  const { endpoint } = await serve(cut)
  const error = await failureOf(send(toRequest(endpoint, { method: 'POST', body: 'Passw0rd' })))
  expect(Object.keys(error).sort()).toEqual(['code', 'name', 'sent'])
  expect(error.cause).toBeUndefined()
})

function toRequest(endpoint: string, more: Partial<WireRequest> = {}): WireRequest {
  return {
    method: 'GET',
    url: `${endpoint}/v1/x`,
    headers: {},
    body: undefined,
    timeoutMs: 5000,
    signal: undefined,
    ...more,
  }
}

async function failureOf(promise: Promise<unknown>): Promise<TransportError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!TransportError.is(error)) throw new Error(`Not a transport error: ${String(error)}`)
  return error
}

async function closedEndpoint(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

async function countConnections() {
  let connections = 0
  const server = createServer((_, response) => response.end('{}'))
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, connections: () => connections }
}
