import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { createClient, type SoracomClient } from './create-client.ts'
import type { CallEvent } from './options.ts'
import { credentials } from './test-support/credentials.ts'
import { errorOf } from './test-support/error-of.ts'
import { fakeClock } from './test-support/fake-clock.ts'
import { answer, cutAfter, type Step, say, serve } from './test-support/serve.ts'
import { TransportError } from './wire/transport-error.ts'

const secrets = {
  password: 'Passw0rd+"quoted"',
  authKey: 'my-production-key-01',
  apiKey: credentials.apiKey,
  token: credentials.token,
  loginPassword: credentials.login.password,
  registrationSecret: '25691',
  cvc: '987',
  number: '4242424242424242',
  signupToken: 'one-time-token-77',
  ownHeader: 'header-token-1234',
}
const everything = Object.values(secrets)

const calls: [string, (client: SoracomClient) => Promise<unknown>][] = [
  ['init', ({ sandbox }) => sandbox.initializeOperator({ ...login, authKeyId: 'keyId-1', authKey: secrets.authKey })],
  ['auth', ({ auth }) => auth.authenticate(login)],
  ['verify', ({ operators }) => operators.verify({ token: secrets.signupToken })],
  ['register', ({ subscribers }) => subscribers.register('001010', { registrationSecret: secrets.registrationSecret })],
  ['card', ({ paymentMethods }) => paymentMethods.registerWebPay(card)],
  ['path', (client) => client.request('DELETE', `/transfer_token/${credentials.token}`)],
  ['param', (client) => client.request('DELETE', '/x/{token}', { params: { token: secrets.signupToken } })],
]
const login = { email: 'a@example.com', password: secrets.password }
const card = { cvc: secrets.cvc, number: secrets.number, name: 'X', expireMonth: 1, expireYear: 2030 }

// Servers that say back all that they were sent.
const echoes: [string, Step][] = [
  ['a message of the API', (response, seen) => answer(400, { code: 'X', message: toEcho(seen) })(response, seen)],
  ['a text of a gateway', (response, seen) => say(502, toEcho(seen))(response, seen)],
  ['a body that is JSON without a code', (response, { body }) => say(403, body || '{}')(response, {} as never)],
  ['a success that is cut', (_, seen) => cutAfter(toEcho(seen))(_, seen)],
  ['a success that is not JSON', say(200, `{"apiKey":"${secrets.apiKey}","token":"${secrets.token.slice(0, -5)}`)],
]

test.each(echoes.flatMap(([how, step]) => calls.map(([name, call]) => [how, name, step, call] as const)))(
  'no secret is told by %s about %s',
  async (_how, _name, step, call) => {
    const { endpoint } = await serve(step)
    const events: CallEvent[] = []
    const client = createClient({
      endpoint,
      clock: fakeClock(),
      retry: { attempts: 2 },
      headers: { token: secrets.ownHeader },
      onCall: (event) => events.push(event),
    }).as(credentials)
    const outcome = await call(client).catch((error: unknown) => error)
    expectNoSecret(outcome, events, client)
  },
)

test('no secret is told by an error of a transport, nor by its cause', async () => {
  const client = createClient({
    endpoint: 'http://127.0.0.1:1',
    clock: fakeClock(),
    transport: async ({ headers, body }) => {
      throw new TransportError(`failed with ${JSON.stringify(headers)} ${body}`, 'maybe', 'EPROTO')
    },
  }).as(credentials)
  const error = await errorOf(client.auth.authenticate(login))
  expect(error.cause).toMatchObject({ name: 'TransportError', code: 'EPROTO' })
  expectNoSecret(error, error.cause, client)
})

test('no secret is told that was renewed meanwhile', async () => {
  const renewed = { apiKey: 'api-renewed-0000', token: 'token-renewed-0000' }
  const both = `${credentials.token} and ${renewed.token}, ${renewed.apiKey}`
  const { endpoint } = await serve(answer(401), answer(200, renewed), answer(400, { code: 'X', message: both }))
  const error = await errorOf(createClient({ endpoint }).as(credentials).orders.list())
  expect(error.apiMessage).toBe('[redacted] and [redacted], [redacted]')
})

function toEcho({ body, url, headers }: Parameters<Step>[1]): string {
  return `${body} ${url} ${headers['x-soracom-token']} ${headers['x-soracom-api-key']} ${headers.token} ${toPlain(body)}`
}

// The values as they are, without the escapes of JSON.
function toPlain(body: string): string {
  return body === '' ? '' : Object.values(JSON.parse(body)).join(' ')
}

function expectNoSecret(...values: readonly unknown[]): void {
  for (const value of values) {
    const { message, stack } = (value ?? {}) as Partial<Error>
    const told = [inspect(value, { depth: 9, showHidden: true }), JSON.stringify(value), message, stack].join('\n')
    for (const secret of everything) {
      for (const spelling of [secret, JSON.stringify(secret).slice(1, -1)])
        expect(told).not.toMatch(toPattern(spelling))
    }
  }
}

// Three digits may stand in a time; they are told where they stand alone.
function toPattern(spelling: string): RegExp {
  const escaped = spelling.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return new RegExp(spelling.length < 8 ? `(?<!\\w)${escaped}(?!\\w)` : escaped)
}
