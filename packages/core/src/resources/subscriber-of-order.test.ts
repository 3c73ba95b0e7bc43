import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemsOf, setUp, setupErrorOf } from '../test-support/set-up.ts'
import { airStats } from './air-stats.ts'
import { order } from './order.ts'
import { subscriberOfOrder } from './subscriber-of-order.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

const productCode = '4573326590013'
const cards = order({ items: [{ productCode, quantity: 2 }] })

test('a SIM of an order is the one at its place, the first unless told', async () => {
  const set = {
    cards,
    first: subscriberOfOrder({ order: cards }),
    second: subscriberOfOrder({ order: cards, index: 1 }),
  }
  const { fx } = await setUp(set, emulator.endpoint)
  expect([fx.first, fx.second]).toEqual(fx.cards.subscribers)
})

test('stats can be seeded for it', async () => {
  const card = subscriberOfOrder({ order: cards, index: 1 })
  const usage = airStats({ subscriber: card, at: '2026-11-01', traffic: { 's1.fast': { upload: 5 } } })
  const { fx } = await setUp({ cards, usage }, emulator.endpoint)
  expect(fx.usage.imsi).toBe(fx.cards.subscribers[1]?.imsi)
})

test('of an order of products that are not known its place is looked at when they are there', async () => {
  const unknown = order({ items: [{ productCode: '1', unlisted: true }] })
  const { message } = await setupErrorOf({ card: subscriberOfOrder({ order: unknown, index: 7 }) }, emulator.endpoint)
  expect(message).toContain('There is no SIM with index 7; the order came with 1.')
})

test.each([
  ['a place that the order does not have', { order: cards, index: 2 }, 'there is no SIM with index 2; the order has 2'],
  ['a place before the first', { order: cards, index: -1 }, 'index must be a whole number from 0, not -1'],
  [
    'an order that is not registered',
    { order: cards.with({ until: 'shipped' }) },
    'its order goes no further than "shipped"; SIMs are there when it is registered',
  ],
  ['a missing order', {}, 'order is missing; give the declaration of an order'],
])('%s is a problem of the plan', (_, options, message) => {
  expect(problemsOf({ card: subscriberOfOrder(options as never) })).toEqual([`card: ${message}`])
})
