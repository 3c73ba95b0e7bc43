import { publishedRateCard } from '@soracom-fixtures/api/billing'
import { expect, test } from 'vitest'
import { parseRateCard } from './parse-rate-card.ts'

test('a card is read from JSON as it was written, text or parsed', () => {
  const text = JSON.stringify({ $schema: './rate-card.schema.json', ...publishedRateCard })
  expect(parseRateCard(text)).toEqual(publishedRateCard)
  expect(parseRateCard(JSON.parse(text))).toEqual(publishedRateCard)
})

test('what is wrong is told with its place, all at once', () => {
  const [first, ...others] = publishedRateCard.dataPrices
  const card = {
    ...publishedRateCard,
    name: 7,
    dataPrices: [{ ...first, price: -1, pirce: 2, subscription: 'plan-Z' }, ...others],
  }
  const read = () => parseRateCard(card)
  expect(read).toThrow(TypeError)
  for (const place of ['name', 'dataPrices.0.price', 'dataPrices.0.pirce', 'dataPrices.0.subscription']) {
    expect(read).toThrow(`  - ${place}: `)
  }
})

test('what has the right form and no sense is told as well', () => {
  const { taxRates } = publishedRateCard
  expect(() => parseRateCard({ ...publishedRateCard, taxRates: [...taxRates, ...taxRates] })).toThrow(
    '  - the tax of coverage type jp from 201404 stands there twice',
  )
})

test('what is no JSON is told', () => {
  expect(() => parseRateCard('{')).toThrow('The rate card is no JSON.')
  expect(() => parseRateCard(null)).toThrow('  - the card: ')
})
