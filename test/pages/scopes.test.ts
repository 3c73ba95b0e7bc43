import { fixturesTest, operator, subscriber, useFixtures } from 'soracom-fixtures/vitest'
import { describe, expect, test } from 'vitest'

describe('a set inside another', () => {
  // #region inside
  const shop = operator()
  const fx = useFixtures({ shop })
  const own = useFixtures({ meter: subscriber({ operator: shop }) }, { scope: 'test' })

  test('each test has a meter of its own, in the shop of the file', () => {
    expect(own.meter.operatorId).toBe(fx.shop.operatorId)
  })
  // #endregion
})

describe('fixtures by name', () => {
  // #region by-name
  const shopTest = fixturesTest({ shop: operator() })

  shopTest('the shop is there', ({ shop }) => {
    expect(shop.operatorId).toMatch(/^OP/)
  })
  // #endregion
})
