import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createClient } from './create-client.ts'
import { errorOf } from './test-support/error-of.ts'
import { fakeClock } from './test-support/fake-clock.ts'
import { answer, type Step, say, serve } from './test-support/serve.ts'
import { SoracomApiError } from './wire/errors.ts'

const auth = { email: 'a@example.com', password: 'Passw0rd' }

test('an error of the API says what was asked, what was answered and what to do', async () => {
  const error = await refuse(answer(400, { code: 'SEM0016', message: 'The specified subscriber is offline' }))
  expect(error).toMatchObject({
    name: 'SoracomApiError',
    message: 'POST /auth answered 400 SEM0016: The specified subscriber is offline',
    operationId: 'auth',
    method: 'POST',
    path: '/auth',
    status: 400,
    apiCode: 'SEM0016',
    apiMessage: 'The specified subscriber is offline',
    attempts: 1,
    sent: 'yes',
    retryAfterMs: undefined,
  })
  const known = await refuse(answer(401, { code: 'AUM0002', message: 'Invalid username/password supplied.' }))
  expect(known.message).toMatch(/Invalid username\/password supplied\. — the credentials are wrong/)
})

test.each<[string, Step, string, object]>([
  ['text of a gateway', say(403, '<html>Forbidden</html>'), '403: <html>Forbidden</html>', { status: 403 }],
  ['an empty body', say(404, ''), '404: no text', { status: 404, apiCode: undefined }],
  ['a JSON body without a code', answer(400, { error: 'x' }), '400: {"error":"x"}', { apiMessage: undefined }],
  ['JSON null', say(400, 'null'), '400: null', { status: 400 }],
  ['a long text', say(400, 'x'.repeat(1000)), `400: ${'x'.repeat(200)}…`, { status: 400 }],
  [
    'a redirect',
    say(302, '', { location: 'https://example.com' }),
    '302: no text — redirects are not',
    { sent: 'yes' },
  ],
])('%s is told as it is', async (_, step, text, fields) => {
  const error = await refuse(step)
  expect(error.message).toContain(`POST /auth answered ${text}`)
  expect(error).toMatchObject(fields)
})

test.each<[string, Step]>([
  ['text', say(200, 'OK')],
  ['nothing', say(200, '')],
  ['half a JSON', say(200, '{"operatorId":"OP1","us')],
])('a success with %s is an error where JSON is wanted', async (_, step) => {
  const error = await refuse(step)
  expect(error.message).toContain('POST /auth answered 200 with a body that is not JSON')
  expect(error).toMatchObject({ status: 200, sent: 'yes' })
})

test('a success with nothing is a success where nothing is wanted', async () => {
  const { endpoint } = await serve(answer(204))
  expect(await createClient({ endpoint }).auth.logout()).toBeUndefined()
})

test('a transport that fails in its own way is one that got no answer', async () => {
  const client = createClient({
    endpoint: 'http://127.0.0.1:1',
    transport: () => Promise.reject(runInNewContext(`new TypeError('socket of another realm')`)),
    clock: fakeClock(),
    retry: { attempts: 2 },
  })
  const error = await errorOf(client.orders.list())
  expect(error).toMatchObject({ sent: 'maybe', attempts: 2 })
  expect(error.message).toContain('got no answer after 2 attempts: socket of another realm.')
})

test('an error is known by its brand, also from another copy of the package', () => {
  const foreign = Object.assign(new Error('x'), { [Symbol.for('soracom-fixtures.api-error')]: true })
  expect(SoracomApiError.is(foreign)).toBe(true)
  expect(foreign).toBeInstanceOf(SoracomApiError)
  expect(new Error('x')).not.toBeInstanceOf(SoracomApiError)
  expect([new Error('x'), null, undefined, 'x', {}].some((value) => SoracomApiError.is(value))).toBe(false)
})

async function refuse(step: Step): Promise<SoracomApiError> {
  const { endpoint } = await serve(step)
  return await errorOf(createClient({ endpoint, clock: fakeClock() }).auth.authenticate(auth))
}
