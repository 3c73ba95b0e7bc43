import { expect, test } from 'vitest'
import { createClient } from '../create-client.ts'
import type { CallEvent } from '../options.ts'
import { credentials } from '../test-support/credentials.ts'
import { errorOf } from '../test-support/error-of.ts'
import { fakeClock } from '../test-support/fake-clock.ts'
import { answer, cut, hang, type Step, serve } from '../test-support/serve.ts'

const renewed = { apiKey: 'api-renewed-0000', token: 'token-renewed-0000', operatorId: credentials.operatorId }
const list = { orderList: [] }

// Lets in only who has the renewed token; counts the logins.
function door(login: Step = answer(200, renewed)): Step {
  return (response, seen) => {
    if (seen.url === '/v1/auth') return login(response, seen)
    const known =
      seen.headers['x-soracom-token'] === renewed.token && seen.headers['x-soracom-api-key'] === renewed.apiKey
    return answer(known ? 200 : 401, known ? list : { code: 'AUM0001', message: 'Token is required' })(response, seen)
  }
}

test('credentials go with every call, and with none that takes none', async () => {
  const { endpoint, requests } = await serve(answer(200, {}))
  const client = createClient({ endpoint }).as(credentials)
  await client.orders.list()
  await client.auth.authenticate(credentials.login)
  expect(requests[0]?.headers).toMatchObject({
    'x-soracom-api-key': credentials.apiKey,
    'x-soracom-token': credentials.token,
  })
  expect(requests[1]?.headers).not.toHaveProperty('x-soracom-token')
})

test('calls that are refused together wait for one login and are repeated', async () => {
  const { endpoint, requests } = await serve(door())
  const client = createClient({ endpoint }).as(credentials)
  const copy = client.withSignal(new AbortController().signal)
  const results = await Promise.all([client, copy, client, copy, client].map((each) => each.orders.list()))
  expect(results).toEqual(Array.from({ length: 5 }, () => list))
  expect(requests.filter(({ url }) => url === '/v1/auth').map(({ body }) => JSON.parse(body))).toEqual([
    credentials.login,
  ])
})

test('a SAM user logs in again by its operator and its name', async () => {
  const { endpoint, requests } = await serve(door())
  const login = { operatorId: credentials.operatorId, userName: 'reader', password: 'Passw0rd-of-reader' }
  expect(
    await createClient({ endpoint })
      .as({ ...credentials, login })
      .orders.list(),
  ).toEqual(list)
  expect(requests.filter(({ url }) => url === '/v1/auth').map(({ body }) => JSON.parse(body))).toEqual([login])
})

test('renewed credentials are those of all copies', async () => {
  const { endpoint, requests } = await serve(door())
  const client = createClient({ endpoint }).as(credentials)
  const copy = client.withSignal(new AbortController().signal)
  await copy.orders.list()
  expect(client.credentials).toEqual({ ...renewed, login: credentials.login })
  await client.orders.list()
  expect(requests).toHaveLength(4)
})

test('a change that was refused with 401 is repeated too, since it had no effect', async () => {
  const { endpoint, requests } = await serve(
    answer(401, { code: 'AUM0001', message: '' }),
    answer(200, renewed),
    answer(201, { groupId: 'g1' }),
  )
  expect(await createClient({ endpoint }).as(credentials).groups.create()).toEqual({ groupId: 'g1' })
  expect(requests.map(({ url }) => url)).toEqual(['/v1/groups', '/v1/auth', '/v1/groups'])
})

test('a second refusal is told', async () => {
  const { endpoint, requests } = await serve(answer(401), answer(200, renewed), answer(401))
  const error = await errorOf(createClient({ endpoint }).as(credentials).orders.list())
  expect(error).toMatchObject({ status: 401, attempts: 2, sent: 'yes' })
  expect(requests).toHaveLength(3)
})

test.each<[string, Step]>([
  ['is refused', answer(401, { code: 'AUM0002', message: 'Invalid username/password supplied.' })],
  ['gets no JSON', answer(200)],
  ['gets no answer', cut],
])('the first refusal is told when the login %s', async (_, login) => {
  const { endpoint } = await serve(door(login))
  const client = createClient({ endpoint, clock: fakeClock() }).as(credentials)
  const error = await errorOf(client.orders.list())
  expect(error).toMatchObject({ status: 401, apiCode: 'AUM0001', operationId: 'listOrders', sent: 'yes' })
})

test('a login that got no answer is repeated', async () => {
  const { endpoint } = await serve(answer(401), cut, answer(200, renewed), answer(200, list))
  const events: CallEvent[] = []
  const client = createClient({ endpoint, clock: fakeClock(), onCall: (event) => events.push(event) })
  expect(await client.as(credentials).orders.list()).toEqual(list)
  expect(events.map(({ operationId, attempt, outcome }) => `${operationId} ${attempt} ${outcome}`)).toEqual([
    'listOrders 1 refused',
    'auth 1 unanswered',
    'auth 2 succeeded',
    'listOrders 2 succeeded',
  ])
})

test('nobody logs in without a login', async () => {
  const { endpoint, requests } = await serve(answer(401))
  const { login: _, ...session } = credentials
  expect(await errorOf(createClient({ endpoint }).as(session).orders.list())).toMatchObject({ status: 401 })
  expect(requests).toHaveLength(1)
})

test('who gives up does not wait for the login', async () => {
  const { endpoint, requests } = await serve(answer(401), hang)
  const controller = new AbortController()
  const call = createClient({ endpoint }).as(credentials).withSignal(controller.signal).orders.list()
  await expect.poll(() => requests.length).toBe(2)
  controller.abort(new Error('given up'))
  await expect(call).rejects.toThrow('given up')
})
