import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { airStats, emulatorClock, mib, operator, subscriber, usageWorth, useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'
import { findExpensiveSims } from '../src/billing-alert.mjs'

const data = 'dailyDataTrafficChargeTotal'
const today = new Date()
const toMonth = (months: number) =>
  new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months)).toISOString().slice(0, 7)
const [lastMonth, thisMonth] = [toMonth(-1), toMonth(0)]

const shop = operator()
const camera = subscriber({ operator: shop, subscription: 'plan-D', tags: { name: 'camera' } })
const meter = subscriber({ operator: shop, subscription: 'plan-D', tags: { name: 'meter' } })

// #region seeds
// The camera costs 5,000 yen last month and 1,200 this month; the meter sends 300 MiB on working days.
const dear = usageWorth({ subscriber: camera, item: data, amount: 5000, month: lastMonth })
const now = usageWorth({ subscriber: camera, item: data, amount: 1200, month: thisMonth })
const steady = airStats({
  subscriber: meter,
  total: { 's1.minimum': { upload: mib(300) } },
  from: lastMonth,
  to: thisMonth,
  spread: 'weekdays',
})
// #endregion

const fx = useFixtures({ shop, camera, meter, dear, now, steady })

const account = () => ({
  endpoint: fx.shop.endpoint,
  apiKey: fx.shop.credentials.apiKey,
  token: fx.shop.credentials.token,
})

test('the bill is what was seeded for it', async () => {
  await expect(fx.camera).toBeBilled({ month: lastMonth, item: data, amount: 5000 })
  // 300 MiB up in s1.minimum, at 0.20 yen.
  await expect(fx.meter).toBeBilled({ month: lastMonth, item: data, amount: 60 })
  await expect(fx.meter).toHaveAirTraffic(fx.steady)
})

test('a SIM over the budget is found with its traffic, and one below it is not', async () => {
  const found = await findExpensiveSims(account(), { month: lastMonth, budget: 1000 })
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ simId: fx.camera.simId, name: 'camera', amount: 5000, over: 4000, currency: 'JPY' })
})

test('nothing is found where the budget is not used up', async () => {
  expect(await findExpensiveSims(account(), { month: lastMonth, budget: 5000 })).toEqual([])
})

test('the command tells it, and exits with 1', () => {
  const main = fileURLToPath(new URL('../src/main.mjs', import.meta.url))
  const env = { ...process.env, ...fx.shop.env }
  const { status, stdout } = spawnSync(process.execPath, [main, lastMonth, '1000'], { env, encoding: 'utf8' })
  expect(stdout).toMatch(/^camera costs 5000 JPY, 4000 over the budget \(\d+ MiB\)\n$/)
  expect(status).toBe(1)
})

// #region month-end
test('the month is final once it is over', async ({ skip }) => {
  if (fx.shop.endpoint.includes('soracom.io')) skip('the time of the sandbox cannot be moved')
  expect(await fx.shop.bills.month(thisMonth)).toMatchObject({ state: 'temporary' })
  await emulatorClock(fx.shop).closeMonth()
  // 1,200 yen, and 10 % of tax.
  await expect(fx.shop).toBeBilled({ month: thisMonth, amount: 1320 })
  expect(await fx.shop.bills.month(thisMonth)).toMatchObject({ state: 'closed', amount: 1320 })
})
// #endregion
