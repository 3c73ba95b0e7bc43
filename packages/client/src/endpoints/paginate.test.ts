import { expect, test } from 'vitest'
import { createClient } from '../create-client.ts'
import { credentials } from '../test-support/credentials.ts'
import { errorOf } from '../test-support/error-of.ts'
import { answer, type Step, serve } from '../test-support/serve.ts'

const next = (key: string) => ({ 'x-soracom-next-key': key })

test('every page is read, by the key of the one before, until none is given', async () => {
  const { client, urls } = await start(
    answer(200, [{ imsi: '1' }, { imsi: '2' }], next('a/b+c')),
    answer(200, [], next('d')),
    answer(200, [{ imsi: '3' }]),
  )
  expect(await collect(client.subscribers.list({ limit: 2 }))).toEqual([{ imsi: '1' }, { imsi: '2' }, { imsi: '3' }])
  expect(urls()).toEqual([
    '/v1/subscribers?limit=2',
    '/v1/subscribers?limit=2&last_evaluated_key=a%2Fb%2Bc',
    '/v1/subscribers?limit=2&last_evaluated_key=d',
  ])
})

test('a link is followed where there is no key', async () => {
  const link = '</v1/sims?last_evaluated_key=p>; rel=prev, </v1/sims?last_evaluated_key=k%2F1&limit=1>; rel=next'
  const { client, urls } = await start(answer(200, [{ simId: '1' }], { link }), answer(200, []))
  expect(await collect(client.sims.list())).toEqual([{ simId: '1' }])
  expect(urls()[1]).toBe('/v1/sims?last_evaluated_key=k%2F1')
})

test('rows inside an object are found', async () => {
  const { client } = await start(answer(200, { orderedSubscriberList: [{ imsi: '1' }] }))
  expect(await collect(client.orders.subscribers('o1'))).toEqual([{ imsi: '1' }])
})

test('a page is read only when its rows are wanted', async () => {
  const { client, urls } = await start(answer(200, [{ groupId: '1' }], next('k')))
  for await (const group of client.groups.list()) {
    expect(group).toEqual({ groupId: '1' })
    break
  }
  expect(urls()).toHaveLength(1)
})

test('a key that comes twice ends the reading with an error', async () => {
  const { client, urls } = await start(
    answer(200, [], next('a')),
    answer(200, [], next('b')),
    answer(200, [], next('a')),
  )
  await expect(collect(client.subscribers.list())).rejects.toThrow(
    'GET /subscribers gave the key "a" of its next page twice.',
  )
  expect(urls()).toHaveLength(3)
})

test('an error of a page is told', async () => {
  const { client } = await start(answer(200, [{ imsi: '1' }], next('a')), answer(403, { code: 'X', message: 'no' }))
  expect(await errorOf(collect(client.subscribers.list()))).toMatchObject({ status: 403 })
})

async function start(...steps: readonly Step[]) {
  const { endpoint, requests } = await serve(...steps)
  return { client: createClient({ endpoint }).as(credentials), urls: () => requests.map(({ url }) => url) }
}

async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const list: Row[] = []
  for await (const row of rows) list.push(row)
  return list
}
