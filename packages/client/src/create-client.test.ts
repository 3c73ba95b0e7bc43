import { readFileSync } from 'node:fs'
import process from 'node:process'
import { inspect } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createClient } from './create-client.ts'
import type { CallEvent } from './options.ts'
import { credentials } from './test-support/credentials.ts'
import { fakeClock } from './test-support/fake-clock.ts'
import { answer, hang, type Step, serve } from './test-support/serve.ts'

const list = { orderList: [] }

test('a call tells its language, who calls, and what it wants', async () => {
  const { endpoint, requests } = await serve(answer(200, list))
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  await createClient({ endpoint, language: 'ja', headers: { 'X-Own': '1' } }).orders.list()
  expect(requests[0]).toMatchObject({
    url: '/v1/orders',
    headers: {
      'x-soracom-lang': 'ja',
      'user-agent': `soracom-fixtures-client/${version}`,
      accept: 'application/json',
      'x-own': '1',
    },
  })
  expect(requests[0]?.headers).not.toHaveProperty('content-type')
})

test('a body is JSON', async () => {
  const { endpoint, requests } = await serve(answer(201, { groupId: 'g' }))
  await createClient({ endpoint }).groups.create({ tags: { name: '群' } })
  expect(requests[0]?.headers['content-type']).toBe('application/json')
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ tags: { name: '群' } })
})

test('an endpoint is taken with a slash or the base path at its end', async () => {
  const { endpoint, requests } = await serve(answer(200, list))
  for (const end of ['', '/', '/v1', '/v1/']) await createClient({ endpoint: endpoint + end }).orders.list()
  expect(requests.map(({ url }) => url)).toEqual(Array.from({ length: 4 }, () => '/v1/orders'))
})

test.each([
  [{ callTimeoutMs: 0 }, 'callTimeoutMs must be a whole number from 1 to 2147483647, not 0 (number).'],
  [{ deadlineMs: 2 ** 31 }, 'deadlineMs must be a whole number from 1 to 2147483647, not 2147483648 (number).'],
  [{ maxInFlight: '3' as never }, 'maxInFlight must be a whole number from 1 to 2147483647, not 3 (string).'],
  [{ retry: { attempts: 1.5 } }, 'retry.attempts must be a whole number from 1 to 2147483647, not 1.5 (number).'],
  [{ language: 'de' as never }, 'language must be "en" or "ja", not "de" (string).'],
])('%j is refused', (options, message) => {
  expect(() => createClient({ endpoint: 'http://127.0.0.1:1', ...options })).toThrow(new RangeError(message))
})

test('any other call is made by its path', async () => {
  const events: CallEvent[] = []
  const { endpoint, requests } = await serve(answer(200, { ok: true }), answer(204))
  const client = createClient({ endpoint, onCall: (event) => events.push(event) }).as(credentials)
  const given = { params: { id: 'a/b' }, query: { limit: 5 }, body: { x: 1 }, headers: { 'X-Own': '1' } }
  expect(await client.request('PUT', '/event_handlers/{id}', given)).toEqual({ ok: true })
  expect(await client.request('DELETE', '/event_handlers/a')).toBeUndefined()
  expect(requests[0]).toMatchObject({
    method: 'PUT',
    url: '/v1/event_handlers/a%2Fb?limit=5',
    body: '{"x":1}',
    headers: { 'x-own': '1', 'x-soracom-token': credentials.token },
  })
  expect(events.map(({ operationId }) => operationId)).toEqual(['PUT /event_handlers/{id}', 'DELETE /event_handlers/a'])
})

describe('events', () => {
  test('tell every request: what was asked, what came, how long it took', async () => {
    const events: CallEvent[] = []
    const clock = fakeClock()
    const { endpoint } = await serve(answer(503), answer(404, { code: 'EMU0005', message: 'No such SIM' }))
    const client = createClient({ endpoint, clock, onCall: (event) => events.push(event) }).as(credentials)
    await expect(client.subscribers.get('001010')).rejects.toThrow()
    const head = { operationId: 'getSubscriber', method: 'GET', path: '/subscribers/001010', failure: undefined }
    const common = {
      ...head,
      operatorId: credentials.operatorId,
      durationMs: expect.any(Number),
      outcome: 'refused',
      serverDate: expect.any(String),
    }
    const startedAtMs = Date.UTC(2027, 0, 1)
    expect(events).toEqual([
      { ...common, attempt: 1, status: 503, apiCode: undefined, startedAtMs },
      { ...common, attempt: 2, status: 404, apiCode: 'EMU0005', startedAtMs: startedAtMs + (clock.sleeps[0] ?? 0) },
    ])
  })

  test('that nobody can hear break no call', async () => {
    const { endpoint } = await serve(answer(200, list))
    const onCall = () => {
      throw new Error('a listener that fails')
    }
    expect(await createClient({ endpoint, onCall }).orders.list()).toEqual(list)
  })
})

describe('a signal', () => {
  test('is heeded by many calls at once without a warning of Node', async () => {
    const { endpoint } = await serve(answer(200, list))
    const warnings: Error[] = []
    const listen = (warning: Error) => warnings.push(warning)
    process.on('warning', listen)
    onTestFinished(() => void process.off('warning', listen))
    const client = createClient({ endpoint, maxInFlight: 1 }).withSignal(new AbortController().signal)
    await Promise.all(Array.from({ length: 20 }, () => client.orders.list()))
    expect(warnings).toEqual([])
  })

  test('that is aborted lets nothing be sent', async () => {
    const { endpoint, requests } = await serve(answer(200, list))
    const signal = AbortSignal.abort(new Error('given up'))
    await expect(createClient({ endpoint, signal }).orders.list()).rejects.toThrow('given up')
    await expect(createClient({ endpoint }).withSignal(signal).groups.create()).rejects.toThrow('given up')
    expect(requests).toEqual([])
  })

  test('cuts a read off', async () => {
    const { requests, controller, client } = await start(hang)
    const read = client.orders.list()
    await expect.poll(() => requests.length).toBe(1)
    controller.abort(new Error('given up'))
    await expect(read).rejects.toThrow('given up')
  })

  test('lets a change that was sent come to its end', async () => {
    let finish = () => {}
    const { requests, controller, client } = await start((response, seen) => {
      finish = () => answer(201, { groupId: 'g1' })(response, seen)
    })
    const change = client.groups.create()
    await expect.poll(() => requests.length).toBe(1)
    controller.abort(new Error('given up'))
    finish()
    expect(await change).toEqual({ groupId: 'g1' })
  })

  test('lets nothing be sent again, and a change tells what became of it', async () => {
    const { requests, controller, client } = await start((response) => {
      controller.abort(new Error('given up'))
      response.socket?.destroy()
    })
    await expect(client.subscribers.activate('001010')).rejects.toMatchObject({ sent: 'maybe', attempts: 1 })
    expect(requests).toHaveLength(1)
  })

  test('of a copy is heeded beside that of the client', async () => {
    const { requests, controller, client } = await start(answer(200, list))
    const own = new AbortController()
    const copy = client.withSignal(own.signal)
    expect(await copy.orders.list()).toEqual(list)
    controller.abort(new Error('given up'))
    await expect(copy.orders.list()).rejects.toThrow('given up')
    expect(own.signal.aborted).toBe(false)
    expect(requests).toHaveLength(1)
  })

  test('of a copy does not touch the client', async () => {
    const { endpoint } = await serve(answer(200, list))
    const client = createClient({ endpoint })
    client.withSignal(AbortSignal.abort())
    expect(await client.orders.list()).toEqual(list)
  })
})

test('all copies share one limit on requests in flight', async () => {
  let inFlight = 0
  let most = 0
  const client = createClient({
    endpoint: 'http://127.0.0.1:1',
    maxInFlight: 3,
    async transport() {
      inFlight += 1
      most = Math.max(most, inFlight)
      await new Promise((resolve) => setTimeout(resolve, 5))
      inFlight -= 1
      return { status: 200, headers: {}, text: '{}' }
    },
  })
  const copies = [client, client.as(credentials), client.withSignal(new AbortController().signal)]
  await Promise.all(copies.flatMap((copy) => [1, 2, 3, 4].map(() => copy.orders.list())))
  expect(most).toBe(3)
})

test('credentials can be read and are never printed', () => {
  const client = createClient({ endpoint: 'http://127.0.0.1:1' }).as(credentials)
  expect(client.credentials).toEqual(credentials)
  const prints = [
    inspect(client, { showHidden: true, depth: 9 }),
    inspect({ nested: [client] }, { depth: 9 }),
    JSON.stringify(client),
    String(client),
    Object.entries(client).map(String).join(),
    inspect({ ...client }, { depth: 9 }),
  ]
  for (const print of prints) {
    for (const secret of [credentials.apiKey, credentials.token, credentials.login.password]) {
      expect(print).not.toContain(secret)
    }
  }
  expect(JSON.parse(JSON.stringify(client))).toEqual({ endpoint: 'http://127.0.0.1:1', operatorId: 'OP0012345678' })
})

async function start(...steps: readonly Step[]) {
  const { endpoint, requests } = await serve(...steps)
  const controller = new AbortController()
  return { client: createClient({ endpoint, signal: controller.signal, clock: fakeClock() }), controller, requests }
}
