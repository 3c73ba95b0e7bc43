import { expect, test } from 'vitest'
import { plans } from '../plans.ts'
import { publishedRateCard } from './published-rate-card.ts'

const { name: _, ...parts } = publishedRateCard
const entries = Object.values(parts).flat()

test('every figure says where it comes from and when', () => {
  for (const entry of entries) {
    expect(entry.source, JSON.stringify(entry)).not.toBe('')
    expect(entry.asOf, JSON.stringify(entry)).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  }
})

test('the card is plain data', () => {
  expect(JSON.parse(JSON.stringify(publishedRateCard))).toEqual(publishedRateCard)
})

test('no fee or price stands twice', () => {
  const fees = publishedRateCard.basicFees.flatMap(({ subscription, per, statuses }) =>
    statuses.map((status) => `${subscription} ${per} ${status}`),
  )
  const prices = publishedRateCard.dataPrices.map(
    ({ subscription, speedClass, direction }) => `${subscription} ${speedClass} ${direction}`,
  )
  for (const keys of [fees, prices]) expect(new Set(keys).size).toBe(keys.length)
})

test('what no source tells has no price', () => {
  const priced = new Set(publishedRateCard.dataPrices.map(({ subscription }) => subscription))
  const withoutDataPrice = Object.keys(plans).filter((plan) => !priced.has(plan as keyof typeof plans))
  expect(withoutDataPrice).toEqual([
    'plan01s',
    'planP1',
    'planXM1',
    'planX3',
    'plan-K',
    'plan-KM1',
    'plan-DU',
    'plan-K2',
  ])
  expect(publishedRateCard.dataPrices.some(({ speedClass }) => speedClass === 's1.4xfast')).toBe(false)
  expect(publishedRateCard.bundleFees.map(({ bundle }) => bundle)).toEqual(['X3-5MB'])
  expect(publishedRateCard.beamPrices.map(({ coverageType }) => coverageType)).toEqual(['g'])
})
