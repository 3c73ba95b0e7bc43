import { describe, expect, test } from 'vitest'
import { assertRateCard, defineRateCard } from './define-rate-card.ts'
import { publishedRateCard } from './published-rate-card.ts'
import type { DataPrice, RateCard } from './rate-card.ts'

const mine = { name: 'mine', source: 'our contract', asOf: '2026-04' }
const mebibyte = 1_048_576
const price = {
  subscription: 'plan-D',
  speedClass: 's1.fast',
  direction: 'download',
  price: 3,
  perBytes: mebibyte,
  unitBytes: 1,
} as const

test('the published card is valid', () => {
  expect(assertRateCard(publishedRateCard)).toBe(publishedRateCard)
})

test('a card without changes is the one that it extends, by its name', () => {
  expect(defineRateCard(mine)).toEqual({ ...publishedRateCard, name: 'mine' })
})

describe('an entry', () => {
  test('takes the place of what it is about, and says where it is from', () => {
    const card = defineRateCard({ ...mine, dataPrices: [price] })
    const of = ({ dataPrices }: RateCard) =>
      dataPrices.filter(({ speedClass, direction }) => speedClass === 's1.fast' && direction === 'download')
    expect(of(card)).toEqual([{ ...price, source: 'our contract', asOf: '2026-04' }])
    expect(card.dataPrices).toHaveLength(publishedRateCard.dataPrices.length)
  })

  test('of every speed class takes the place of all of them', () => {
    const { dataPrices } = defineRateCard({ ...mine, dataPrices: [{ ...price, speedClass: '*' }] })
    const downloads = dataPrices.filter((one) => one.subscription === 'plan-D' && one.direction === 'download')
    expect(downloads).toHaveLength(1)
  })

  test('leaves the other statuses of a fee', () => {
    const fee = { subscription: 'plan-D', per: 'month', statuses: ['inactive'], price: 5 } as const
    const fees = defineRateCard({ ...mine, basicFees: [fee] }).basicFees.filter((one) => one.subscription === 'plan-D')
    expect(fees.map(({ per, statuses, price }) => [per, statuses, price])).toEqual([
      ['day', ['active'], 10],
      ['month', ['inactive'], 5],
    ])
  })

  test('for a plan ends what was not known of it', () => {
    expect(defineRateCard({ ...mine, dataPrices: [price] }).gaps).toEqual([])
    expect(defineRateCard({ ...mine, gaps: [{ subscription: 'plan-K', what: 'all' }] }).gaps).toHaveLength(1)
  })
})

const night = { fromHour: 22, toHour: 6, zoneOffsetMinutes: 540 }
const wrong = (part: object) => () => defineRateCard({ ...mine, ...part } as never)

test('hours of several prices may make a whole day', () => {
  const day = { fromHour: 6, toHour: 22, zoneOffsetMinutes: 540 }
  const card = defineRateCard({
    ...mine,
    dataPrices: [
      { ...price, hours: night },
      { ...price, hours: day, price: 1 },
    ],
  })
  expect(card.dataPrices.filter((one: DataPrice) => one.hours)).toHaveLength(2)
})

test.each<[string, object, string]>([
  [
    'two prices at one hour',
    { dataPrices: [{ ...price, hours: night }, { ...price, hours: { ...night, fromHour: 5, toHour: 7 } }, price] },
    'two prices of download of plan-D in s1.fast hold at 20:00 UTC',
  ],
  [
    'hours without a price',
    { dataPrices: [{ ...price, hours: night }] },
    'no price of download of plan-D in s1.fast holds at 00:00 UTC; give one without hours',
  ],
  [
    'hours that are none',
    { dataPrices: [{ ...price, hours: { ...night, toHour: 25 } }] },
    'the hours 22 to 25 of the download of plan-D in s1.fast are none',
  ],
  ['one price twice', { dataPrices: [price, price] }, 'the price of download of plan-D in s1.fast stands there twice'],
  [
    'a plan that is none',
    { dataPrices: [{ ...price, subscription: 'plan-Z' }] },
    'plan "plan-Z" is unknown; there are plan01s, ',
  ],
  [
    'a speed class of another plan',
    { dataPrices: [{ ...price, subscription: 'plan-KM1' }] },
    'plan-KM1 has no speed class "s1.fast"; it has t1.standard, and "*" is all',
  ],
  [
    'a negative price',
    { dataPrices: [{ ...price, price: -1 }] },
    'the price of data of plan-D must be a number from 0, not -1',
  ],
  ['a unit of nothing', { dataPrices: [{ ...price, unitBytes: 0 }] }, 'unitBytes must be a whole number from 1, not 0'],
  [
    'a status that is none',
    { basicFees: [{ subscription: 'plan-D', per: 'day', statuses: ['asleep'], price: 1 }] },
    'status "asleep" is unknown',
  ],
  [
    'a fee twice',
    { basicFees: [{ subscription: 'plan-D', per: 'day', statuses: ['active', 'active'], price: 1 }] },
    'the day fee of plan-D in status active stands there twice',
  ],
  ['a bundle that is none', { bundleFees: [{ bundle: 'D-1MB', price: 1 }] }, 'bundle "D-1MB" is unknown'],
  [
    'a pool of nothing',
    { bundleFees: [{ bundle: 'D-500MB', price: 1, pooled: true }] },
    'bundle D-500MB needs includedBytes',
  ],
  [
    'a tax in percent',
    { taxRates: [{ coverageType: 'jp', fromMonth: '202701', rate: 12 }] },
    'the tax rate 12 is no share from 0 to 1; 10 % is 0.1',
  ],
  [
    'a month that is none',
    { taxRates: [{ coverageType: 'jp', fromMonth: '2027-01', rate: 0.12 }] },
    'fromMonth "2027-01" is no month',
  ],
  [
    'a coverage type that is none',
    { beamPrices: [{ coverageType: 'us', price: 1, perRequests: 1, freeRequestsPerMonth: 0 }] },
    'coverage type "us" is unknown',
  ],
  [
    'a part of a day',
    { basicFees: [{ subscription: 'plan-D', per: 'day', prorated: true, statuses: ['active'], price: 1 }] },
    'the fee of plan-D is per day, and only one per month can be prorated',
  ],
  [
    'a currency that is none',
    { currencies: [{ coverageType: 'g', currency: 'GBP' }] },
    'currency "GBP" is unknown; there are JPY, USD, EUR',
  ],
  [
    'half a decimal',
    { currencies: [{ coverageType: 'g', currency: 'USD', rounding: { decimals: 0.5, mode: 'round' } }] },
    'decimals must be a whole number from 0, not 0.5',
  ],
  [
    'a rounding that is none',
    { currencies: [{ coverageType: 'g', currency: 'USD', rounding: { decimals: 2, mode: 'up' } }] },
    'the rounding "up" is none of floor, round, ceil',
  ],
  [
    'no source',
    { source: '', bundleFees: [{ bundle: 'D-500MB', price: 1 }] },
    'needs a source, and asOf as a year, a month or a day',
  ],
])('%s is refused', (_, part, problem) => {
  expect(wrong(part)).toThrow(problem)
})

test('a coverage type without a currency is refused', () => {
  expect(() => assertRateCard({ ...publishedRateCard, currencies: [] })).toThrow(
    'coverage type jp has no currency; give currencies',
  )
})

test('all that is wrong is told at once', () => {
  expect(wrong({ name: '', dataPrices: [{ ...price, price: Number.NaN, perBytes: 1.5 }] })).toThrow(
    /^The rate card "" is not valid:\n( {2}- .*\n){2} {2}- /,
  )
})
