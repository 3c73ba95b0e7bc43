import { operator, useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'

// #region options
const fx = useFixtures({ shop: operator() }, { setupTimeoutMs: 300_000 })
// #endregion

test('the shop is there', () => {
  expect(fx.shop.operatorId).toMatch(/^OP/)
})
