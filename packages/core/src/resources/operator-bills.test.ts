import { startEmulator } from '@soracom-fixtures/emulator'
import { expect, onTestFinished, test } from 'vitest'
import { mib } from '../kit/bytes.ts'
import { expectNoSecret, setUp } from '../test-support/set-up.ts'
import { airStats } from './air-stats.ts'
import { operator } from './operator.ts'
import { subscriber } from './subscriber.ts'

async function open() {
  const emulator = await startEmulator({ startTime: '2026-11-10T12:00:00Z' })
  onTestFinished(emulator.close)
  const shop = operator()
  const meter = subscriber({ operator: shop, subscription: 'plan-D', status: 'active', tags: { place: 'a "b", c' } })
  const daily = { 's1.fast': { upload: mib(10) } }
  const usage = airStats({ subscriber: meter, days: ['2026-10-30', '2026-11-01'], daily })
  const { fx } = await setUp({ shop, meter, usage }, emulator.endpoint)
  return fx
}

test('bills are read by month, day, item and SIM, in an order of their own', async () => {
  const { shop, meter } = await open()
  const { bills } = shop
  // 10 MiB at 0.30 yen on two days, and 10 % of tax.
  const october = { month: '2026-10', amount: 6, appliedCouponAmount: 0, currency: 'JPY', state: 'closed' }
  expect(await bills.month('2026-10')).toEqual(october)
  expect(await bills.list()).toEqual([october])
  expect(await bills.daily('2026-10')).toEqual([
    { day: '2026-10-30', amount: 3 },
    { day: '2026-10-31', amount: 3 },
  ])
  // The SIM is active since its registration on the tenth: 10 yen.
  expect(await bills.byItem('2026-11')).toEqual([
    { item: 'dailyChargeTotal', amount: 10 },
    { item: 'dailyDataTrafficChargeTotal', amount: 3 },
  ])
  expect(await bills.bySim('2026-11')).toEqual([{ simId: meter.simId, amount: 13 }])
  // 13 yen and the tax, without its parts of a yen.
  expect(await bills.latest()).toEqual({ amount: 14, currency: 'JPY' })
})

test('lines come from the CSV, whatever stands in its tags', async () => {
  const { shop, meter } = await open()
  expect(await shop.bills.lines('2026-11')).toEqual([
    {
      imsi: meter.imsi,
      date: '2026-11-01',
      item: 'dailyDataTrafficChargeTotal',
      billItemName: 'uploadDataCharge',
      unitPrice: 0.3 / mib(1),
      quantity: mib(10),
      amount: 3,
    },
    {
      imsi: meter.imsi,
      date: '2026-11-10',
      item: 'dailyChargeTotal',
      billItemName: 'basicCharge',
      unitPrice: 10,
      quantity: 1,
      amount: 10,
    },
  ])
})

test('what differs from run to run is told to those who ask', async () => {
  const { shop } = await open()
  expect(await shop.bills.latest({ volatile: true })).toHaveProperty(
    'lastEvaluatedTime',
    expect.stringMatching(/^\d{14}$/),
  )
  expect(await shop.bills.month('2026-10', { volatile: true })).toMatchObject({ paymentStatus: 'paid' })
})

test('a month without a bill has none, and what is no month is refused', async () => {
  const { shop } = await open()
  const { bills } = shop
  expect(await bills.month('2026-01')).toBeUndefined()
  expect(await bills.daily('2026-01')).toEqual([])
  expect(await bills.lines('2026-01')).toEqual([])
  expect(await bills.byItem('2026-01')).toBeUndefined()
  expect(await bills.byItem('2026-09')).toEqual([])
  await expect(bills.month('202610')).rejects.toThrow('"202610" is no month; give one such as "2026-10"')
})

test('a handle that reads bills tells no secret', async () => {
  const { shop } = await open()
  expectNoSecret(shop, [shop.credentials.password, shop.credentials.apiKey, shop.credentials.token])
})
