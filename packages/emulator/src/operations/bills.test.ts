import { expect, test } from 'vitest'
import { openSandbox, type TestOperator, type TestSandbox } from '../testing/open-sandbox.ts'

const mebibyte = 1_048_576

// A SIM of plan-D with traffic on 3 October, seen from November.
async function openMonth(): Promise<{ sandbox: TestSandbox; shop: TestOperator; imsi: string }> {
  const sandbox = openSandbox({ startTime: '2026-11-10T12:00:00Z' })
  const shop = await sandbox.operator()
  const imsi = await shop.sim({ subscription: 'plan-D' })
  const traffic = { uploadByteSizeTotal: mebibyte, downloadByteSizeTotal: 20 * mebibyte }
  const point = { unixtime: Date.UTC(2026, 9, 3) / 1000, dataTrafficStatsMap: { 's1.fast': traffic } }
  await shop.call('POST', `/sandbox/stats/air/subscribers/${imsi}`, point)
  return { sandbox, shop, imsi }
}

test('a bill is exported by its lines, with tags and the group (guide to the billing CSV)', async () => {
  const { sandbox, shop, imsi } = await openMonth()
  const { groupId } = (await shop.call('POST', '/groups', { tags: { name: 'north' } })).body
  await shop.call('POST', `/subscribers/${imsi}/set_group`, { groupId })
  await shop.call('PUT', `/subscribers/${imsi}/tags`, [{ tagName: 'place', tagValue: 'Tokyo, Minato' }])
  const { body, headers } = await shop.call('POST', '/bills/202610/export')
  expect(body.url).toMatch(new RegExp(`/\\d{14}-${shop.operatorId}-billing-202610\\.csv$`))
  expect(headers['x-soracom-emulator-tariff']).toBe('published-2026-11')
  const { body: csv } = await sandbox.download(body.url)
  expect(csv.split('\n')).toEqual([
    '\uFEFFimsi,date,billItemName,unitPrice,quantity,amount,place,group',
    `${imsi},20261003,uploadDataCharge,0.000000286102294921875,${mebibyte},0.3,"Tokyo, Minato",north`,
    `${imsi},20261003,downloadDataCharge,0.00000095367431640625,${20 * mebibyte},20,"Tokyo, Minato",north`,
    '',
  ])
})

test('the amounts of an exported bill are those of the month', async () => {
  const { sandbox, shop } = await openMonth()
  const { url } = (await shop.call('POST', '/bills/202610/export')).body
  const [, ...rows] = (await sandbox.download(url)).body.trim().split('\n')
  const sum = rows.reduce((total, row) => total + Number(row.split(',')[5]), 0)
  expect(Math.floor(sum * 1.1)).toBe((await shop.call('GET', '/bills/202610')).body.amount)
})

test('a month without a bill has nothing to export (published document)', async () => {
  const { shop } = await openMonth()
  for (const month of ['202609', '202612', 'soon']) {
    expect((await shop.call('POST', `/bills/${month}/export`)).status).toBe(404)
  }
})

test('the running month is exported as it is, with the names of its columns alone where nothing is charged', async () => {
  const { sandbox, shop } = await openMonth()
  const { url } = (await shop.call('POST', '/bills/latest/export')).body
  expect((await sandbox.download(url)).body).toBe('\uFEFFimsi,date,billItemName,unitPrice,quantity,amount\n')
  const asynchronous = await shop.call('POST', '/bills/latest/export?export_mode=async')
  expect(asynchronous.body.exportedFileId).toMatch(/^fe_/)
})

test('a closed month tells the payment that GET /payment_history/transactions knows (observed ID)', async () => {
  const { shop } = await openMonth()
  const bill = (await shop.call('GET', '/bills/202610')).body
  expect(bill).toMatchObject({ state: 'closed', paymentStatus: 'paid' })
  expect(bill.paymentTransactionId).toMatch(/^20261101000000000_[0-9a-f-]{36}$/)
  expect((await shop.call('GET', '/bills')).body.billList[0]).toEqual(bill)
})

test('bills reach back 18 months and end at this one (published document)', async () => {
  const { shop, imsi } = await openMonth()
  for (const [year, month] of [
    [2025, 4],
    [2025, 3],
  ] as const) {
    const traffic = { 's1.fast': { downloadByteSizeTotal: mebibyte } }
    const point = { unixtime: Date.UTC(year, month, 10) / 1000, dataTrafficStatsMap: traffic }
    await shop.call('POST', `/sandbox/stats/air/subscribers/${imsi}`, point)
  }
  expect((await shop.call('GET', '/bills/202505')).status).toBe(200)
  expect((await shop.call('GET', '/bills/202504')).status).toBe(404)
  expect((await shop.call('GET', '/bills')).body.billList.at(-1).yearMonth).toBe('202505')
})

test('a new operator has an empty history (test of the command-line client)', async () => {
  const shop = await openSandbox().operator()
  expect((await shop.call('GET', '/bills')).body).toEqual({ billList: [] })
})

test('a bill with usage that has no price tells it, or is refused where that is wanted', async () => {
  for (const [onGap, status] of [
    ['tell', 200],
    ['refuse', 501],
  ] as const) {
    const shop = await openSandbox({ startTime: '2026-11-10T12:00:00Z', settings: { onGap } }).operator()
    const imsi = await shop.sim({ subscription: 'plan-K' })
    const point = {
      unixtime: Date.UTC(2026, 10, 3) / 1000,
      dataTrafficStatsMap: { 's1.fast': { uploadByteSizeTotal: 1 } },
    }
    await shop.call('POST', `/sandbox/stats/air/subscribers/${imsi}`, point)
    const reply = await shop.call('GET', '/bills/latest')
    expect(reply.status).toBe(status)
    const told = onGap === 'tell' ? reply.headers['x-soracom-emulator-unpriced'] : reply.body.message
    expect(told).toContain('data of plan-K in s1.fast: give dataPrices')
  }
})
