import { publishedRateCard, type RateCard } from '@soracom-fixtures/api/billing'
import { startEmulator } from '@soracom-fixtures/emulator'
import { expect, onTestFinished, test } from 'vitest'
import { problemsOf, setUp } from '../test-support/set-up.ts'
import { operator } from './operator.ts'
import { subscriber } from './subscriber.ts'
import { type UsageWorthOptions, usageWorth } from './usage-worth.ts'

const source = { source: 'this test', asOf: '2026' }
const data = 'dailyDataTrafficChargeTotal'
const beam = 'dailySoracomBeamRequestChargeTotal'
const mebibyte = 1_048_576

async function billed(
  options: Omit<UsageWorthOptions, 'subscriber'>,
  sim = subscriber({ subscription: 'plan-D' }),
  shop = operator(),
) {
  const emulator = await startEmulator({ rateCard: options.tariff, startTime: '2026-11-20T00:00:00Z' })
  onTestFinished(emulator.close)
  const usage = usageWorth({ subscriber: sim.with({ operator: shop }), month: '2026-11', ...options })
  const { fx } = await setUp({ shop, usage }, emulator.endpoint)
  const [month] = await fx.shop.client.bills.byItem()
  const found = month?.costBreakdownList.find(({ billItemName }) => billItemName === options.item)?.amount
  return { usage: fx.usage, found }
}

test.each([1, 21.5, 100, 0.1, 5000, 123, 1_000_000.3])('data of plan-D is worth %d yen on the bill', async (amount) => {
  const { usage, found } = await billed({ item: data, amount })
  expect(found).toBe(amount)
  expect(usage.expectedAmounts).toMatchObject({
    tariff: 'published-2026-11',
    currency: 'JPY',
    byMonth: { '2026-11': { [data]: amount } },
  })
})

test('data has the speed class that is asked for', async () => {
  const { usage } = await billed({ item: data, amount: 10, speedClass: 's1.minimum' })
  expect(Object.keys(usage.traffic)).toEqual(['s1.minimum'])
})

test('Beam requests are worth dollars beyond the free ones', async () => {
  const shop = operator({ coverageTypes: ['g'] })
  const { usage, found } = await billed(
    { item: beam, amount: 0.9 },
    subscriber({ subscription: 'plan01s' }) as never,
    shop,
  )
  expect(found).toBe(0.9)
  // 0.09 dollars for 10,000, beyond 100,000 that are free.
  expect(usage.traffic).toEqual({ inHttp: 200_000 })
})

test('what a bundle includes is used up first', async () => {
  const tariff: RateCard = {
    ...publishedRateCard,
    bundleFees: [{ bundle: 'D-500MB', price: 300, includedBytes: 500 * mebibyte, ...source }],
  }
  const sim = subscriber({ subscription: 'plan-D', bundles: ['D-500MB'] })
  const { usage, found } = await billed({ item: data, amount: 8, speedClass: 's1.standard', tariff }, sim)
  expect(found).toBe(8)
  expect(usage.traffic).toEqual({ 's1.standard': { download: 510 * mebibyte } })
})

test('bytes beyond a bundle may have a price of their own', async () => {
  const overage = { price: 2, perBytes: mebibyte, unitBytes: mebibyte }
  const tariff: RateCard = {
    ...publishedRateCard,
    bundleFees: [{ bundle: 'K2-500MB', price: 300, includedBytes: 500 * mebibyte, overage, ...source }],
  }
  const sim = subscriber({ subscription: 'plan-K2', bundles: ['K2-500MB'] })
  expect((await billed({ item: data, amount: 6, tariff }, sim as never)).found).toBe(6)
})

const planK = subscriber({ subscription: 'plan-K' })
const planD = subscriber({ subscription: 'plan-D' })

test('two of one SIM and month are a problem of the plan', () => {
  const meter = subscriber({ subscription: 'plan-D' })
  const worth = { subscriber: meter, item: 'dailyDataTrafficChargeTotal', amount: 1, month: '2026-11' } as const
  expect(problemsOf({ meter, first: usageWorth(worth), second: usageWorth(worth) })).toEqual([
    'second: the Air stats at 2026-11-01T00:00:30.000Z of meter is taken by first; only one can have it. ' +
      'Make one usageWorth of both, with the sum of their amounts.',
  ])
})

test.each<[string, object, string]>([
  [
    'a plan without a price',
    { subscriber: planK, amount: 5 },
    'the tariff "published-2026-11" has no price of data of plan-K in dataPrices that holds at every hour',
  ],
  [
    'a speed class without a price',
    { subscriber: planD, amount: 5, speedClass: 's1.4xfast' },
    'the tariff "published-2026-11" has no price of data of plan-D in s1.4xfast in dataPrices that holds at every hour',
  ],
  [
    'Beam in yen',
    { subscriber: planD, amount: 5, item: beam },
    'the tariff "published-2026-11" has no price of Beam requests of coverage type jp in beamPrices',
  ],
  [
    'a part of a unit',
    { subscriber: subscriber({ subscription: 'plan01s-low_data_volume' }), amount: 0.05 },
    'the tariff "published-2026-11" cannot express the amount 0.05; the nearest that it can are 0.048828125 and 0.09765625',
  ],
  [
    'an amount below a byte',
    { subscriber: planD, amount: 1e-8 },
    'the tariff "published-2026-11" cannot express the amount 1e-8; the nearest that it can are 0 and 1.9073486328125e-7',
  ],
  [
    'a SIM without a plan',
    { subscriber: subscriber(), amount: 5 },
    'the SIM must be declared with its subscription, by which usage is priced',
  ],
  ['no amount', { subscriber: planD, amount: 0 }, 'amount must be a number above 0, not 0'],
  [
    'a fee',
    { subscriber: planD, amount: 5, item: 'dailyChargeTotal' },
    `bill item "dailyChargeTotal" is none that usage makes; there are ${data}, ${beam}`,
  ],
  [
    'a month that is none',
    { subscriber: planD, amount: 5, month: '2026-13' },
    'month must be one such as "2026-10", not "2026-13"',
  ],
  [
    'a plan of another bill',
    {
      subscriber: subscriber({
        operator: operator({ coverageTypes: ['jp', 'g'] }),
        subscription: 'plan01s-low_data_volume',
      }),
      amount: 0.48828125,
    },
    "the operator's bill is of coverage type jp, and plan01s-low_data_volume is of g",
  ],
])('%s is a problem of the plan', (_, options, problem) => {
  const usage = usageWorth({ item: data, ...options } as unknown as UsageWorthOptions)
  expect(problemsOf({ usage })).toEqual([`usage: ${problem}`])
})
