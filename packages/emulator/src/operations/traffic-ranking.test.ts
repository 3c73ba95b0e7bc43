import { expect, test } from 'vitest'
import { openSandbox, type TestOperator } from '../testing/open-sandbox.ts'

const october = Date.UTC(2026, 9, 10)
const range = `from=${october}&to=${october + 86_400_000}`

async function addSim(shop: TestOperator, bytes: number, timeMs = october + 3_600_000): Promise<string> {
  const imsi = await shop.sim()
  const traffic = { uploadByteSizeTotal: bytes, downloadByteSizeTotal: bytes }
  await shop.call('POST', `/sandbox/stats/air/subscribers/${imsi}`, {
    unixtime: timeMs / 1000,
    dataTrafficStatsMap: { 's1.fast': traffic },
  })
  return imsi
}

async function openShop(settings = {}) {
  const sandbox = openSandbox({ startTime: '2026-11-10T12:00:00Z', settings })
  const shop = await sandbox.operator()
  const rank = (query: string) => shop.call('GET', `/query/subscribers/traffic_volume/ranking?${query}`)
  return { sandbox, shop, rank }
}

test('SIMs are ranked by what they sent and received, most first (published document)', async () => {
  const { shop, rank } = await openShop()
  const [some, most] = [await addSim(shop, 10), await addSim(shop, 20)]
  expect((await rank(range)).body).toEqual([
    { imsi: most, trafficVolume: 40 },
    { imsi: some, trafficVolume: 20 },
  ])
  expect((await rank(`${range}&order=asc`)).body[0]).toEqual({ imsi: some, trafficVolume: 20 })
  expect((await rank(`${range}&order=asc&limit=1`)).body).toHaveLength(1)
})

test('its times are milliseconds, unlike those of all other statistics (published document)', async () => {
  const { shop, rank } = await openShop()
  await addSim(shop, 10)
  await addSim(shop, 10, october + 2 * 86_400_000)
  expect((await rank(range)).body).toHaveLength(1)
  expect((await rank(`from=${october / 1000}&to=${october / 1000 + 86_400}`)).body).toEqual([])
})

test('ten are told unless more are asked for (published document)', async () => {
  const { shop, rank } = await openShop()
  for (let count = 1; count <= 12; count += 1) await addSim(shop, count)
  expect((await rank(range)).body).toHaveLength(10)
  expect((await rank(`${range}&limit=9999`)).body).toHaveLength(12)
})

test('SIMs without traffic are in it where the setting asks for them (not recorded)', async () => {
  const [without, all] = [await openShop(), await openShop({ rankingHasIdleSims: true })]
  for (const { shop } of [without, all]) await shop.sim()
  expect((await without.rank(range)).body).toEqual([])
  expect((await all.rank(range)).body).toMatchObject([{ trafficVolume: 0 }])
})

test('a request without times, or with another order, is refused', async () => {
  const { rank } = await openShop()
  for (const query of ['', 'from=1', `${range}&order=up`]) expect((await rank(query)).status).toBe(400)
})

test('SIMs of others are not in it', async () => {
  const { sandbox, shop } = await openShop()
  await addSim(shop, 10)
  const other = await sandbox.operator()
  expect((await other.call('GET', `/query/subscribers/traffic_volume/ranking?${range}`)).body).toEqual([])
})
