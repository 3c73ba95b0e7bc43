import { expect, test } from 'vitest'
import { openSandbox, type TestOperator } from '../testing/open-sandbox.ts'

async function named(shop: TestOperator, name: string, request = {}): Promise<string> {
  const imsi = await shop.sim(request)
  await shop.call('PUT', `/subscribers/${imsi}/tags`, [{ tagName: 'name', tagValue: name }])
  return imsi
}

async function openShop(settings = {}) {
  const sandbox = openSandbox({ startTime: '2026-11-10T12:00:00Z', settings })
  const shop = await sandbox.operator()
  const find = async (query: string, path = 'sims') => {
    const { body } = await shop.call('GET', `/query/${path}?${query}`)
    return body.map((row: { simId: string }) => row.simId)
  }
  return { sandbox, shop, find }
}

test('a part of a text is enough, in either case (published document)', async () => {
  const { shop, find } = await openShop()
  const station = await named(shop, 'Weather Station')
  await named(shop, 'Vending Machine')
  expect(await find('name=STATION')).toEqual([station])
  expect(await find('name=station', 'subscribers')).toEqual([station])
  expect(await find(`imsi=${station.slice(3)}`)).toEqual([station])
})

test('several values are joined by commas or repeated (published document)', async () => {
  const { shop, find } = await openShop()
  const both = [await named(shop, 'north'), await named(shop, 'south')].sort()
  expect(await find('name=north,south')).toEqual(both)
  expect(await find('name=north&name=south')).toEqual(both)
})

test('each value has two characters at least, also among several (published document)', async () => {
  const { shop } = await openShop()
  for (const query of ['name=a', 'name=ab,c', 'tag=x']) {
    expect((await shop.call('GET', `/query/sims?${query}`)).status).toBe(400)
  }
})

test('parameters are all wanted, or one of them with search_type=or, in either case (published document)', async () => {
  const { shop, find } = await openShop()
  const meter = await named(shop, 'meter', { subscription: 'plan-K' })
  const other = await named(shop, 'other', { subscription: 'plan-D' })
  expect(await find('name=meter&subscription=plan-D')).toEqual([])
  for (const word of ['or', 'OR']) {
    expect(await find(`name=meter&subscription=plan-D&search_type=${word}`)).toEqual([meter, other].sort())
  }
  expect((await shop.call('GET', '/query/sims?search_type=xor')).status).toBe(400)
})

test('a subscription is found by the whole of its name (published document)', async () => {
  const { shop, find } = await openShop()
  const imsi = await shop.sim({ subscription: 'plan-KM1' })
  expect(await find('subscription=plan-K')).toEqual([])
  expect(await find('subscription=plan-KM1')).toEqual([imsi])
})

test('a session status of NA means any, and every SIM of the sandbox is offline (published document)', async () => {
  const { shop, find } = await openShop()
  const imsi = await shop.sim()
  expect(await find('session_status=NA')).toEqual([imsi])
  expect(await find('session_status=OFFLINE')).toEqual([imsi])
  expect(await find('session_status=ONLINE')).toEqual([])
})

test('the older search knows no status, SIM ID, bundle, group ID or session status (published document)', async () => {
  const { shop, find } = await openShop()
  const imsi = await shop.sim()
  expect(await find('status=active')).toEqual([])
  expect(await find('status=active', 'subscribers')).toEqual([imsi])
})

test('ten SIMs come unless told, a hundred at most, and terminated ones are found (published document)', async () => {
  const { shop, find } = await openShop()
  for (let count = 0; count < 12; count += 1) await shop.sim()
  const first = await shop.call('GET', '/query/sims')
  expect(first.body).toHaveLength(10)
  const key = first.headers['x-soracom-next-key']
  expect(await find(`last_evaluated_key=${key}`)).toHaveLength(2)
  expect(await find('limit=1000')).toHaveLength(12)
  await shop.call('POST', `/subscribers/${first.body[0].simId}/enable_termination`)
  await shop.call('POST', `/subscribers/${first.body[0].simId}/terminate`)
  expect(await find('status=terminated')).toEqual([first.body[0].simId])
})
