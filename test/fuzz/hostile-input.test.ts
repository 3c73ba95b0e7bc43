import process from 'node:process'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { type ApiOperation, apiOperations, basePath } from '@soracom-fixtures/api'
import type { EmulatorReply, EmulatorRequest } from '@soracom-fixtures/emulator'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldNames, hostileBody, hostileText, hostileWords } from './hostile.ts'
import { openTwoOperators } from './two-operators.ts'

// Enough to have found what was wrong when this was written; more with FUZZ_RUNS.
const numRuns = Number(process.env.FUZZ_RUNS ?? 15)
const { emulator, snapshot, caller, owner, secrets, known } = await openTwoOperators()
const operations = apiOperations()
const isDone = async ({ method, path }: ApiOperation) => {
  const url = basePath + path.replaceAll(/\{\w+\}/g, '0')
  return (await emulator.handle({ method, url, headers: caller.headers })).status !== 501
}
const done = await Promise.all(operations.map(isDone))
const emulated = operations.filter((_, index) => done[index])
emulator.restore(snapshot)

interface HostileCall {
  readonly method: string
  readonly url: string
  readonly body: string | undefined
  readonly isAuthenticated: boolean
}

// A call of an operation with hostile values in its path, query and body.
function callOf({ method, path }: ApiOperation): fc.Arbitrary<HostileCall> {
  const names = path.match(/\{\w+\}/g) ?? []
  const queryNames = [
    ...['limit', 'last_evaluated_key', 'from', 'to', 'period', 'tag_name', 'tag_value', 'status_filter'],
    ...['name', 'imsi', 'search_type', 'coverage_type', 'tag_value_match_mode', 'export_mode', 'order', '__proto__'],
  ]
  return fc.record({
    method: fc.constant(method),
    url: fc
      .tuple(
        fc.array(fc.tuple(hostileText(known), fc.boolean()), { minLength: names.length, maxLength: names.length }),
        fc.array(fc.tuple(fc.constantFrom(...queryNames, ...fieldNames), hostileText(known)), { maxLength: 4 }),
      )
      .map(([values, query]) => toUrl(path, values, query)),
    body: hostileBody(known),
    isAuthenticated: fc.oneof(
      { weight: 9, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
  })
}

// A value is percent-encoded as clients do it, or put into the path as it is.
function toUrl(
  path: string,
  values: readonly (readonly [string, boolean])[],
  query: readonly (readonly [string, string])[],
): string {
  let next = 0
  const filled = path.replaceAll(/\{\w+\}/g, () => {
    const [value = '', isRaw] = values[next++] ?? []
    return isRaw ? value : encode(value)
  })
  return `${basePath}${filled}?${query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')}`
}

function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd'))
}

async function send({ method, url, body, isAuthenticated }: HostileCall): Promise<EmulatorReply> {
  const request: EmulatorRequest = { method, url, body, headers: isAuthenticated ? caller.headers : {} }
  const reply = await emulator.handle(request)
  checkReply(request, reply)
  return reply
}

function checkReply({ method, url, body = '' }: EmulatorRequest, { status, headers, body: said }: EmulatorReply): void {
  expect(status === 501 || (status >= 200 && status < 500), `${status} ${said.slice(0, 500)}`).toBe(true)
  for (const [name, value] of Object.entries(headers)) expect(`${name}: ${value}`).toMatch(/^[\x20-\x7e]*$/)
  if (said !== '') expect(() => JSON.parse(said)).not.toThrow()
  if (status >= 400 && method !== 'HEAD')
    expect(JSON.parse(said)).toEqual({ code: expect.stringMatching(/^[A-Z]{3}\d{4}$/), message: expect.any(String) })
  // What the caller wrote itself may come back in a message.
  const asked = `${url} ${decodeSafely(url)} ${body}`
  const seen = secrets.filter((secret) => said.includes(secret) && !asked.includes(secret))
  expect(seen).toEqual([])
}

function decodeSafely(url: string): string {
  return url.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}

async function ownersData(): Promise<string> {
  const paths = [
    '/subscribers',
    '/groups',
    '/orders',
    '/coupons',
    '/payment_methods/current',
    `/operators/${owner.ids[0]}`,
  ]
  const replies = await Promise.all(paths.map((path) => owner.call('GET', path)))
  return JSON.stringify(replies.map(({ status, body }) => [status, body]))
}

const before = await ownersData()
const anyCall = fc.constantFrom(...emulated).chain(callOf)

test('an SMS to a number of another does not tell its IMSI', async () => {
  emulator.restore(snapshot)
  const numbers = JSON.parse((await owner.call('GET', '/subscribers')).body).map(
    (sim: { msisdn: string }) => sim.msisdn,
  )
  expect(numbers).not.toEqual([])
  for (const number of numbers) {
    const reply = await send({
      method: 'POST',
      url: `/v1/subscribers/msisdn/${number}/send_sms`,
      body: '{}',
      isAuthenticated: true,
    })
    expect(reply.status).toBe(404)
  }
})

describe('hostile calls are mistakes of the client and reach nobody else', () => {
  test.each(emulated.map((operation) => [operation.operationId, operation] as const))('%s', async (_, operation) => {
    const calls = fc.tuple(fc.array(anyCall, { maxLength: 3 }), callOf(operation))
    await fc.assert(
      fc.asyncProperty(calls, async ([others, last]) => {
        emulator.restore(snapshot)
        for (const call of [...others, last, last]) await send(call)
        expect(await ownersData()).toBe(before)
      }),
      { numRuns },
    )
  })

  test('bodies of any bytes, by any Content-Encoding', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      hostileBody(known).map((body) => gzipSync(body ?? '')),
      hostileBody(known).map((body) => deflateSync(body ?? '').subarray(0, 20)),
      fc.constant(brotliCompressSync(Buffer.alloc(30 * 1024 * 1024, '['))),
    )
    const encoding = fc.oneof(
      fc.constantFrom('gzip', 'x-gzip', 'deflate', 'br', 'identity', 'zstd'),
      fc.constantFrom(...hostileWords),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...emulated).chain(callOf),
        bytes,
        encoding,
        async ({ method, url }, body, name) => {
          const headers = { ...caller.headers, 'content-encoding': name }
          const reply = await emulator.handle({ method, url, body, headers })
          checkReply({ method, url }, reply)
        },
      ),
      { numRuns: numRuns * 10 },
    )
  })

  test('operations that the emulator does not do', async () => {
    const others = operations.filter((_, index) => !done[index])
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...others).chain(callOf), async (call) => {
        await send(call)
      }),
      { numRuns: numRuns * 10 },
    )
  })

  test('any path by any method, of the API or of the emulator', async () => {
    const segment = fc.oneof(
      fc.constantFrom('v1', '_emulator', 'subscribers', 'operators', 'state', 'clock', 'log'),
      hostileText(known),
    )
    const url = fc.tuple(fc.array(segment, { maxLength: 8 }), fc.constantFrom('', '?', '#', ...hostileWords))
    const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', '__proto__', '')
    await fc.assert(
      fc.asyncProperty(url, method, hostileBody(known), async ([segments, end], verb, body) => {
        const request = { method: verb, url: `/${segments.join('/')}${end}`, body, headers: caller.headers }
        const reply = await emulator.handle(request)
        // The state holds everything of everybody, and is for the one who runs the emulator.
        if (!request.url.startsWith('/_emulator/')) checkReply(request, reply)
        expect(reply.status).toBeLessThan(502)
        expect(reply.status).not.toBe(500)
      }),
      { numRuns: numRuns * 40 },
    )
  })
})
