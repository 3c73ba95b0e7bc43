import { startEmulator } from '@soracom-fixtures/emulator'
import { expect, onTestFinished, test } from 'vitest'
import { mib } from '../kit/bytes.ts'
import { setUp } from '../test-support/set-up.ts'
import { airStats } from './air-stats.ts'
import { beamStats } from './beam-stats.ts'
import { operator } from './operator.ts'
import { subscriber } from './subscriber.ts'

async function open() {
  const emulator = await startEmulator({ startTime: '2026-11-20T00:00:00Z' })
  onTestFinished(emulator.close)
  return emulator.endpoint
}

test('a seed tells its totals by day, month, speed class and direction', async () => {
  const usage = airStats({
    subscriber: subscriber({ subscription: 'plan-D' }),
    points: [
      { at: '2026-10-31T23:59:59', traffic: { 's1.fast': { upload: 1 } } },
      { at: '2026-11-01T00:00:00', traffic: { 's1.fast': { upload: 2 }, 's1.slow': { download: 3000 } } },
      { at: '2026-11-01T12:00:00', traffic: { 's1.fast': { upload: 4 } } },
    ],
  })
  const { fx } = await setUp({ usage }, await open())
  const upload = (uploadBytes: number, uploadPackets: number) => ({
    uploadBytes,
    downloadBytes: 0,
    uploadPackets,
    downloadPackets: 0,
  })
  const slow = { uploadBytes: 0, downloadBytes: 3000, uploadPackets: 0, downloadPackets: 2 }
  expect(fx.usage.totalsByDay).toEqual({
    '2026-10-31': { 's1.fast': upload(1, 1) },
    '2026-11-01': { 's1.fast': upload(6, 2), 's1.slow': slow },
  })
  expect(fx.usage.totalsByMonth).toEqual({
    '2026-10': { 's1.fast': upload(1, 1) },
    '2026-11': { 's1.fast': upload(6, 2), 's1.slow': slow },
  })
})

test('a seed tells the amounts that the bill has', async () => {
  const usage = airStats({
    subscriber: subscriber({ subscription: 'plan-D' }),
    total: { 's1.fast': { upload: mib(100), download: mib(33) }, 's1.minimum': { download: mib(7) } },
    from: '2026-10-10',
    to: '2026-11-12',
    spread: { bursts: 40, seed: 'bill' },
  })
  const { fx } = await setUp({ usage }, await open())
  const { client } = fx.usage.subscriber.operator
  const { byMonth, byDay, currency, tariff, unpriced } = fx.usage.expectedAmounts
  expect({ currency, tariff }).toEqual({ currency: 'JPY', tariff: 'published-2026-11' })
  expect(unpriced).toEqual([expect.stringContaining('night price of plan-D')])
  const item = 'dailyDataTrafficChargeTotal'
  for (const { yearMonth, costBreakdownList } of (await client.bills.byItem()).slice(0, 2)) {
    const month = `${yearMonth.slice(0, 4)}-${yearMonth.slice(4)}`
    const found = costBreakdownList.find(({ billItemName }) => billItemName === item)?.amount
    expect(byMonth[month]).toEqual({ [item]: found })
    const { billList } = await client.bills.daily(yearMonth)
    const days = billList.map(({ date, amount }) => [`${month}-${date.slice(6)}`, { [item]: amount }])
    expect(Object.fromEntries(Object.entries(byDay).filter(([day]) => day.startsWith(month)))).toEqual(
      Object.fromEntries(days),
    )
  }
})

test('Beam requests cost what is beyond the free ones, and what has no price is told', async () => {
  const sim = subscriber({ subscription: 'plan01s', operator: operator({ coverageTypes: ['g'] }) })
  const requests = beamStats({ subscriber: sim, days: ['2026-11-01', '2026-11-02'], daily: { outHttps: 80_000 } })
  const usage = airStats({ subscriber: sim, at: '2026-11-01', traffic: { 's1.standard': { upload: 1 } } })
  const { fx } = await setUp({ requests, usage }, await open())
  expect(fx.requests.expectedAmounts).toMatchObject({
    currency: 'USD',
    // 160,000 − 100,000 requests at 0.09 dollars for 10,000.
    byMonth: { '2026-11': { dailySoracomBeamRequestChargeTotal: 0.54 } },
    byDay: { '2026-11-02': { dailySoracomBeamRequestChargeTotal: 0.54 } },
    unpriced: [],
  })
  expect(fx.usage.expectedAmounts).toMatchObject({
    byMonth: {},
    unpriced: [expect.stringContaining('data of plan01s in s1.standard')],
  })
})
