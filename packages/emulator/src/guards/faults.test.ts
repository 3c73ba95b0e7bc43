import { describe, expect, test } from 'vitest'
import type { Fault } from '../rules/faults/fault.ts'
import { openSandbox, password } from '../testing/open-sandbox.ts'

async function callTimes(fault: Fault, times: number, path = '/groups') {
  const { operator, emulator } = openSandbox()
  const { call } = await operator()
  emulator.faults.add(fault)
  const statuses: number[] = []
  for (let made = 0; made < times; made += 1) statuses.push((await call('GET', path)).status)
  return statuses
}

async function raw(fault: Fault, method = 'POST', path = '/v1/groups') {
  const { operator, emulator } = openSandbox()
  const { credentials, call } = await operator()
  const id = emulator.faults.add(fault)
  const reply = await emulator.handle({ method, url: path, headers: credentials })
  emulator.faults.clear()
  return { reply, id, groups: (await call('GET', '/groups')).body.length }
}

describe('a fault', () => {
  test('meets every call of the API where nothing else is said, also of unknown paths, and no control path', async () => {
    const { emulator, call, control } = openSandbox({ faults: [{ kind: 'internalError' }] })
    expect((await call('GET', '/products')).status).toBe(500)
    expect((await call('GET', '/nothing')).status).toBe(500)
    expect((await control('GET', 'health')).status).toBe(200)
    expect(emulator.faults.list()).toMatchObject([{ id: 'fault-1', seen: 2, met: 2 }])
  })

  test.each<[string, Fault, boolean]>([
    ['its operation', { kind: 'internalError', operation: 'listGroups' }, true],
    ['one of its operations', { kind: 'internalError', operation: ['getGroup', 'listGroups'] }, true],
    ['another operation', { kind: 'internalError', operation: 'getGroup' }, false],
    ['its method and path', { kind: 'internalError', method: 'get', path: '/groups' }, true],
    ['its path with /v1', { kind: 'internalError', path: '/v1/groups' }, true],
    ['another method', { kind: 'internalError', method: 'POST', path: '/groups' }, false],
    ['a path that is longer', { kind: 'internalError', path: '/group' }, false],
    ['a path of any length', { kind: 'internalError', path: '/**' }, true],
    ['a path of two segments', { kind: 'internalError', path: '/groups/{group_id}' }, false],
  ])('is for %s', async (_, fault, isMet) => {
    expect(await callTimes(fault, 1)).toEqual([isMet ? 500 : 200])
  })

  test('passes over the first calls, and ends after some', async () => {
    expect(await callTimes({ kind: 'badGateway', after: 2, count: 2 }, 6)).toEqual([200, 200, 502, 502, 200, 200])
  })

  test('meets calls by chance, the same ones for the same seed', async () => {
    const statuses = await callTimes({ kind: 'serviceUnavailable', probability: 0.5, seed: 'a' }, 40)
    expect(new Set(statuses)).toEqual(new Set([200, 503]))
    expect(await callTimes({ kind: 'serviceUnavailable', probability: 0.5, seed: 'a' }, 40)).toEqual(statuses)
    expect(await callTimes({ kind: 'serviceUnavailable', probability: 0.5, seed: 'b' }, 40)).not.toEqual(statuses)
    expect(await callTimes({ kind: 'serviceUnavailable', probability: 0 }, 3)).toEqual([200, 200, 200])
  })

  test.each([
    [{}, "the fault's kind must be one of latency,"],
    [['reset'], 'a fault is an object'],
    [{ kind: 'latency' }, 'needs ms'],
    [{ kind: 'latency', ms: -1 }, "the fault's ms must be"],
    [{ kind: 'reset', when: 'never' }, "the fault's when must be 'before' or 'after'"],
    [{ kind: 'reset', operation: 'listGroup' }, 'the API has no operation "listGroup"'],
    [{ kind: 'reset', probability: 2 }, "the fault's probability must be a number from 0 to 1"],
    [{ kind: 'cutBody', ms: 1 }, 'a fault of kind cutBody has no "ms"'],
    [JSON.parse('{"kind":"reset","__proto__":1}'), 'has no "__proto__"'],
  ])('like %j is refused', async (fault, message) => {
    const { emulator, control } = openSandbox()
    expect(() => emulator.faults.add(fault as Fault)).toThrow(message)
    const { status, body } = await control('POST', 'faults', fault)
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'EMU0225', message: expect.stringContaining(message) })
    expect(emulator.faults.list()).toEqual([])
  })

  test('is set, listed and taken away by HTTP', async () => {
    const { control, call } = openSandbox()
    const fault = { kind: 'badGateway', operation: 'listProducts', count: 1 }
    const made = await control('POST', 'faults', fault)
    expect(made).toMatchObject({ status: 201, body: { id: 'fault-1' } })
    expect((await control('POST', 'faults', { kind: 'latency', ms: 0 })).body.id).toBe('fault-2')
    expect((await control('GET', 'faults')).body.faults[0]).toEqual({ id: 'fault-1', fault, seen: 0, met: 0 })
    expect((await control('DELETE', 'faults?id=fault-1')).status).toBe(204)
    expect((await control('DELETE', 'faults?id=fault-1')).status).toBe(404)
    expect((await call('GET', '/nothing')).status).toBe(404)
    expect((await control('DELETE', 'faults')).status).toBe(204)
    expect((await control('GET', 'faults')).body).toEqual({ faults: [] })
  })
})

describe('what a fault does', () => {
  test('429 has Retry-After and the three headers that were seen', async () => {
    const { reply, groups } = await raw({ kind: 'tooManyRequests', retryAfterSeconds: 7 })
    expect(reply.status).toBe(429)
    expect(JSON.parse(reply.body).code).toBe('EMU0019')
    expect(reply.headers).toMatchObject({
      'retry-after': '7',
      'x-soracom-ratelimit-limit': '1000',
      'x-soracom-ratelimit-remaining': '0',
      'x-soracom-ratelimit-seconds-before-refresh': '7',
    })
    expect(groups).toBe(0)
  })

  test('500 is an error of the API, or of the gateway as text', async () => {
    const { reply: own, id } = await raw({ kind: 'internalError' })
    expect([own.status, JSON.parse(own.body).code]).toEqual([500, 'COM0003'])
    expect(own.headers['x-soracom-emulator-fault']).toBe(id)
    const { reply } = await raw({ kind: 'gatewayError' })
    expect(reply).toMatchObject({ status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' } })
    expect(JSON.parse(reply.body)).toEqual({ code: 'AGW0005', message: 'Internal error' })
  })

  test('502 is a page of HTML and 503 is plain text', async () => {
    const page = (await raw({ kind: 'badGateway' })).reply
    expect(page).toMatchObject({ status: 502, headers: { 'content-type': 'text/html' } })
    expect(page.body).toContain('<h1>502 Bad Gateway</h1>')
    expect((await raw({ kind: 'serviceUnavailable' })).reply).toMatchObject({
      status: 503,
      body: 'Service Unavailable\n',
    })
  })

  test.each(['reset', 'internalError', 'gatewayError', 'badGateway', 'serviceUnavailable'] as const)(
    '%s comes before the effect, or after it',
    async (kind) => {
      expect((await raw({ kind })).groups).toBe(0)
      expect((await raw({ kind, when: 'before' })).groups).toBe(0)
      expect((await raw({ kind, when: 'after' })).groups).toBe(1)
    },
  )

  test('a reset has no answer', async () => {
    expect((await raw({ kind: 'reset' })).reply).toEqual({ status: 0, headers: {}, body: '', connection: 'reset' })
  })

  test('a body is cut short after the effect, with the length of the whole', async () => {
    const { reply, groups } = await raw({ kind: 'cutBody' })
    expect(reply).toMatchObject({ status: 201, connection: 'cut' })
    expect(() => JSON.parse(reply.body)).toThrow()
    expect(Number(reply.headers['content-length'])).toBeGreaterThan(Buffer.byteLength(reply.body))
    expect(groups).toBe(1)
    expect((await raw({ kind: 'cutBody' }, 'POST', '/v1/auth/logout')).reply.connection).toBe('reset')
  })

  test('a token expires for good, and logging in gives another', async () => {
    const { operator, emulator, call } = openSandbox()
    const { email, call: own } = await operator()
    emulator.faults.add({ kind: 'expiredToken', after: 1, count: 1 })
    expect((await call('GET', '/products')).status).toBe(401)
    expect((await own('GET', '/groups')).status).toBe(200)
    expect(await own('GET', '/groups')).toMatchObject({ status: 401, body: { code: 'EMU0017' } })
    expect((await own('GET', '/groups')).status).toBe(401)
    const { apiKey, token } = (await call('POST', '/auth', { email, password })).body
    const headers = { 'x-soracom-api-key': apiKey, 'x-soracom-token': token }
    expect((await call('GET', '/groups', undefined, headers)).status).toBe(200)
  })

  test('delays add up with the fault that comes after them, and the effect is at once', async () => {
    const { operator, emulator, call } = openSandbox()
    const { credentials } = await operator()
    emulator.faults.add({ kind: 'latency', ms: 20, jitterMs: 10 })
    emulator.faults.add({ kind: 'latency', ms: 20 })
    emulator.faults.add({ kind: 'internalError', when: 'after', count: 1 })
    const startMs = performance.now()
    const pending = emulator.handle({ method: 'POST', url: '/v1/groups', headers: credentials })
    expect(emulator.log({ operationId: 'createGroup' })).toMatchObject([{ status: 500, durationMs: null }])
    expect((await pending).status).toBe(500)
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(39)
    expect(emulator.log()[1]).toMatchObject({ faults: ['fault-1', 'fault-2', 'fault-3'] })
    expect(emulator.log()[1]?.durationMs).toBeGreaterThanOrEqual(38)
    emulator.faults.clear()
    expect((await call('GET', '/groups', undefined, credentials)).body).toHaveLength(1)
  })
})
