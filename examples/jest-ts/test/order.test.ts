import { type Operator, operator, order, subscriberOfOrder, useFixtures } from 'soracom-fixtures/jest'
import 'soracom-fixtures/jest/matchers'

const shop = operator()
const cards = order({ operator: shop, items: [{ productCode: '4573326590013', quantity: 2 }] })
const fx = useFixtures({ shop, cards, first: subscriberOfOrder({ order: cards }) })

test('the SIM cards of a shipped order belong to the shop', async () => {
  expect(fx.cards.subscribers).toHaveLength(2)
  expect(await countSims(fx.shop)).toBe(2)
  expect(fx.first.operatorId).toBe(fx.shop.operatorId)
  await expect(fx.first).toHaveSubscriberStatus('ready')
})

describe('an operator for each test', () => {
  const own = useFixtures({ fresh: operator() }, { scope: 'test' })

  test.each(['one', 'two'])('%s begins without SIMs', async () => {
    expect(await countSims(own.fresh)).toBe(0)
    await own.fresh.client.sandbox.createSubscriber({ subscription: 'plan-D' })
  })
})

async function countSims({ client }: Operator): Promise<number> {
  let count = 0
  for await (const _ of client.subscribers.list()) count += 1
  return count
}
