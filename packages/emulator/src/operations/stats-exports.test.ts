import { expect, test } from 'vitest'
import { openSandbox, type TestOperator, type TestSandbox } from '../testing/open-sandbox.ts'

const october = { from: Date.UTC(2026, 9, 5) / 1000, to: Date.UTC(2026, 9, 20) / 1000 }

async function openShop(coverageTypes: readonly string[]): Promise<{ sandbox: TestSandbox; shop: TestOperator }> {
  const sandbox = openSandbox({ startTime: '2026-11-10T12:00:00Z' })
  return { sandbox, shop: await sandbox.operator({ coverageTypes }) }
}

function insertAir(shop: TestOperator, imsi: string, day: number, speedClass = 's1.fast') {
  const traffic = {
    uploadByteSizeTotal: 100,
    downloadByteSizeTotal: 200,
    uploadPacketSizeTotal: 1,
    downloadPacketSizeTotal: 2,
  }
  const unixtime = Date.UTC(2026, 9, day, 1) / 1000 + speedClass.length
  return shop.call('POST', `/sandbox/stats/air/subscribers/${imsi}`, {
    unixtime,
    dataTrafficStatsMap: { [speedClass]: traffic },
  })
}

async function exportRows(sandbox: TestSandbox, shop: TestOperator, kind: string, period: string): Promise<string[]> {
  const path = `/stats/${kind}/operators/${shop.operatorId}/export`
  const { url } = (await shop.call('POST', path, { ...october, period })).body
  return (await sandbox.download(url)).body.split('\n')
}

const columns =
  '\uFEFFimsi,date,type,uploadByteSizeTotal,uploadPacketCountTotal,downloadByteSizeTotal,downloadPacketCountTotal'

test('Air usage of Japan is by speed class, with packets under PacketCount (guide to the Air CSV)', async () => {
  const { sandbox, shop } = await openShop(['jp'])
  const imsi = await shop.sim({ subscription: 'plan-D' })
  await insertAir(shop, imsi, 10)
  await insertAir(shop, imsi, 10, 's1.minimum')
  expect(await exportRows(sandbox, shop, 'air', 'day')).toEqual([
    columns,
    `${imsi},20261010,s1.fast,100,1,200,2`,
    `${imsi},20261010,s1.minimum,100,1,200,2`,
    '',
  ])
})

test('Air usage under global coverage is by subscription (guide to the Air CSV)', async () => {
  const { sandbox, shop } = await openShop(['g'])
  const imsi = await shop.sim({ subscription: 'plan01s' })
  await insertAir(shop, imsi, 10)
  await insertAir(shop, imsi, 10, 's1.minimum')
  expect(await exportRows(sandbox, shop, 'air', 'day')).toEqual([columns, `${imsi},20261010,plan01s,200,2,400,4`, ''])
})

test('the range snaps outward to whole days and months (published document)', async () => {
  const { sandbox, shop } = await openShop(['jp'])
  const imsi = await shop.sim({ subscription: 'plan-D' })
  for (const day of [1, 4, 5, 20, 21]) await insertAir(shop, imsi, day)
  const days = (await exportRows(sandbox, shop, 'air', 'day')).map((row) => row.split(',')[1])
  expect(days).toEqual(['date', '20261005', '20261020', undefined])
  expect(await exportRows(sandbox, shop, 'air', 'month')).toEqual([columns, `${imsi},202610,s1.fast,500,5,1000,10`, ''])
})

test('SIMs that are terminated are in the export, though not in the answers about one (published document)', async () => {
  const { sandbox, shop } = await openShop(['jp'])
  const imsi = await shop.sim({ subscription: 'plan-D' })
  await insertAir(shop, imsi, 10)
  await shop.call('POST', `/subscribers/${imsi}/enable_termination`)
  await shop.call('POST', `/subscribers/${imsi}/terminate`)
  const query = `from=${october.from}&to=${october.to}&period=day`
  expect((await shop.call('GET', `/stats/air/subscribers/${imsi}?${query}`)).status).toBe(400)
  expect(await exportRows(sandbox, shop, 'air', 'day')).toHaveLength(3)
})

test('without usage there is a header row only (published document)', async () => {
  const { sandbox, shop } = await openShop(['jp'])
  await shop.sim()
  expect(await exportRows(sandbox, shop, 'air', 'day')).toEqual([columns, ''])
})

test('Beam usage is by protocol', async () => {
  const { sandbox, shop } = await openShop(['jp'])
  const imsi = await shop.sim({ subscription: 'plan-D' })
  const beamStatsMap = { inHttp: { count: 3 }, outHttps: { count: 4 } }
  await shop.call('POST', `/sandbox/stats/beam/subscribers/${imsi}`, {
    unixtime: Date.UTC(2026, 9, 10) / 1000,
    beamStatsMap,
  })
  expect(await exportRows(sandbox, shop, 'beam', 'month')).toEqual([
    '\uFEFFimsi,date,type,count',
    `${imsi},202610,inHttp,3`,
    `${imsi},202610,outHttps,4`,
    '',
  ])
})

test('an export needs a period and times in seconds, and is of the own operator', async () => {
  const { shop } = await openShop(['jp'])
  const path = `/stats/air/operators/${shop.operatorId}/export`
  expect((await shop.call('POST', path, {})).status).toBe(400)
  expect((await shop.call('POST', path, { ...october, period: 'week' })).status).toBe(400)
  expect((await shop.call('POST', path, { ...october, to: october.to * 1000, period: 'day' })).status).toBe(400)
  const foreign = await shop.call('POST', '/stats/air/operators/OP0000000001/export', { ...october, period: 'day' })
  expect(foreign.status).toBe(400)
})
