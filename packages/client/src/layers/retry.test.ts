import { describe, expect, test } from 'vitest'
import { createClient } from '../create-client.ts'
import type { CallEvent, ClientOptions } from '../options.ts'
import { errorOf } from '../test-support/error-of.ts'
import { fakeClock } from '../test-support/fake-clock.ts'
import { answer, cut, cutAfter, hang, type Step, say, serve } from '../test-support/serve.ts'
import { TransportError } from '../wire/transport-error.ts'

const product = { productList: [], shippingCostList: [] }
const init = { email: 'a@example.com', password: 'Passw0rd', authKeyId: 'keyId-1', authKey: 'secret-1' }

describe('a call that may be repeated', () => {
  test('waits as long as Retry-After says, in seconds or until a date', async () => {
    const { client, clock, requests } = await start([
      answer(429, undefined, { 'retry-after': '7' }),
      answer(503, undefined, { 'retry-after': 'Fri, 01 Jan 2027 00:01:00 GMT' }),
      answer(200, product),
    ])
    expect(await client.products.list()).toEqual(product)
    expect(requests).toHaveLength(3)
    expect(clock.sleeps[0]).toBeGreaterThanOrEqual(7000)
    expect(clock.sleeps[0]).toBeLessThan(7201)
    expect((clock.sleeps[0] ?? 0) + (clock.sleeps[1] ?? 0)).toBeGreaterThanOrEqual(60_000)
  })

  test('waits until the rate limit starts anew', async () => {
    const { client, clock } = await start([
      answer(429, undefined, { 'x-soracom-ratelimit-seconds-before-refresh': '42' }),
      answer(200, product),
    ])
    await client.products.list()
    expect(clock.sleeps).toHaveLength(1)
    expect(clock.sleeps[0]).toBeGreaterThanOrEqual(42_000)
  })

  test('is sent again after a cut connection, a cut body, a timeout and a gateway that fails', async () => {
    const steps = [cut, cutAfter('{"productList"'), hang, say(502, '<html>'), answer(504), answer(200, product)]
    const { client, requests } = await start(steps, { callTimeoutMs: 100 })
    expect(await client.products.list()).toEqual(product)
    expect(requests).toHaveLength(6)
  })

  test('says in the end how often it was sent', async () => {
    const { client, requests } = await start([say(502, 'Bad Gateway')], { retry: { attempts: 3 } })
    const error = await errorOf(client.products.list())
    expect(error).toMatchObject({ status: 502, attempts: 3, sent: 'yes' })
    expect(requests).toHaveLength(3)
  })

  test('is not sent again when that would be after the deadline', async () => {
    const { client, clock, requests } = await start([answer(429, undefined, { 'retry-after': '61' })], {
      deadlineMs: 60_000,
    })
    const error = await errorOf(client.products.list())
    expect(error).toMatchObject({ status: 429, attempts: 1, retryAfterMs: 61_000 })
    expect(clock.sleeps).toEqual([])
    expect(requests).toHaveLength(1)
  })

  test('has for its last attempts only what the deadline leaves', async () => {
    const timeouts: number[] = []
    const clock = fakeClock()
    const client = createClient({
      endpoint: 'http://127.0.0.1:1',
      clock,
      callTimeoutMs: 30_000,
      deadlineMs: 45_000,
      async transport({ timeoutMs }) {
        timeouts.push(timeoutMs)
        await clock.sleep(timeoutMs)
        throw new TransportError('Timeout', 'maybe', 'ETIMEDOUT')
      },
    })
    const startedMs = clock.now()
    await errorOf(client.products.list())
    expect(timeouts[0]).toBe(30_000)
    expect(timeouts[1]).toBeLessThan(15_000)
    expect(clock.now() - startedMs).toBeLessThanOrEqual(45_000)
  })
})

describe('a call that may not be repeated', () => {
  test.each<[string, Step]>([
    ['a connection was cut', cut],
    ['its answer was cut', cutAfter('{"apiKey"')],
    ['it got no answer in time', hang],
  ])('is sent once when %s, and nobody knows whether it took effect', async (_, step) => {
    const { client, requests } = await start([step], { callTimeoutMs: 100 })
    const error = await errorOf(client.sandbox.initializeOperator(init))
    expect(error).toMatchObject({ status: undefined, sent: 'maybe', attempts: 1, path: '/sandbox/init' })
    expect(error.message).toMatch(
      /^POST \/sandbox\/init got no answer: .*\. Nobody knows whether it took effect\. (Try again;|Raise callTimeoutMs) .*\.$/,
    )
    expect(requests).toHaveLength(1)
  })

  test.each([500, 502, 503, 504])('is sent once when the answer is %i', async (status) => {
    const { client, requests } = await start([answer(status)])
    expect(await errorOf(client.sandbox.initializeOperator(init))).toMatchObject({ status, sent: 'yes' })
    expect(requests).toHaveLength(1)
  })

  test('is sent again when it was turned away unprocessed', async () => {
    const steps = [answer(429), answer(503, undefined, { 'retry-after': '1' }), answer(201, { operatorId: 'OP1' })]
    const { client, requests } = await start(steps)
    expect(await client.sandbox.initializeOperator(init)).toEqual({ operatorId: 'OP1' })
    expect(requests).toHaveLength(3)
  })

  test('is tried a few times where nobody listens, and was surely not sent', async () => {
    const events: CallEvent[] = []
    const client = createClient({
      endpoint: 'http://127.0.0.1:1',
      clock: fakeClock(),
      onCall: (event) => events.push(event),
    })
    const error = await errorOf(client.sandbox.initializeOperator(init))
    expect(error).toMatchObject({ sent: 'no', attempts: 4 })
    expect(error.message).toContain('It was not sent, so nothing happened. Is a server running at http://127.0.0.1:1?')
    expect(events.map(({ attempt, outcome, failure }) => ({ attempt, outcome, failure }))).toEqual(
      [1, 2, 3, 4].map((attempt) => ({ attempt, outcome: 'unanswered', failure: 'ECONNREFUSED' })),
    )
  })
})

test('a call whose time is over before it could be sent says so', async () => {
  const clock = fakeClock()
  const client = createClient({
    endpoint: 'http://127.0.0.1:1',
    clock,
    maxInFlight: 1,
    deadlineMs: 1000,
    callTimeoutMs: 900,
    async transport({ url }) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      await clock.sleep(500)
      if (url.endsWith('/products')) await clock.sleep(5000)
      throw new TransportError('cut', 'maybe')
    },
  })
  const [error] = await Promise.all([errorOf(client.orders.list()), errorOf(client.products.list())])
  expect(error.message).toBe(
    'GET /orders got no answer after 2 attempts: its 1000 ms (deadlineMs) were over before it could be sent. ' +
      'Nobody knows whether it took effect. Raise deadlineMs if the target is only slow.',
  )
})

test('once an attempt may have taken effect, the error says so, also when the last one surely had none', async () => {
  const failures = [new TransportError('cut', 'maybe'), new TransportError('refused', 'no', 'ECONNREFUSED')]
  const client = createClient({
    endpoint: 'http://127.0.0.1:1',
    clock: fakeClock(),
    async transport() {
      throw failures.shift() ?? new TransportError('refused', 'no', 'ECONNREFUSED')
    },
  })
  expect(await errorOf(client.groups.delete('g1'))).toMatchObject({ sent: 'maybe', attempts: 4 })
})

test('a used-up rate limit is waited for before the next call of the same paths', async () => {
  const { client, clock } = await start([
    answer(200, product, {
      'x-soracom-ratelimit-remaining': '0',
      'x-soracom-ratelimit-seconds-before-refresh': '30',
    }),
    answer(200, product),
  ])
  await client.products.list()
  await client.orders.list()
  expect(clock.sleeps).toEqual([])
  await client.products.list()
  expect(clock.sleeps).toEqual([30_000])
})

test('a wait for the rate limit that the deadline does not allow is left out', async () => {
  const headers = { 'x-soracom-ratelimit-remaining': '0', 'x-soracom-ratelimit-seconds-before-refresh': '30' }
  const { client, clock } = await start([answer(200, product, headers)], { deadlineMs: 20_000 })
  await client.products.list()
  await client.products.list()
  expect(clock.sleeps).toEqual([])
})

test('a call that waits to be sent again holds no place of the others', async () => {
  const clock = fakeClock()
  let letGo = () => {}
  const waiting = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const { endpoint } = await serve(answer(429, undefined, { 'retry-after': '1' }), answer(200, product))
  const client = createClient({ endpoint, maxInFlight: 1, clock: { ...clock, sleep: () => waiting } })
  const first = client.products.list()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await client.products.list()).toEqual(product)
  letGo()
  expect(await first).toEqual(product)
})

async function start(steps: readonly Step[], options: Partial<ClientOptions> = {}) {
  const { endpoint, requests } = await serve(...steps)
  const clock = fakeClock()
  return { client: createClient({ endpoint, clock, ...options }), clock, requests }
}
