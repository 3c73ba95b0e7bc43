import { coupon, operator, useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'

const shop = operator()
const fx = useFixtures({ shop, welcome: coupon({ operator: shop, amount: 500 }) })

test('the coupon is registered', () => {
  expect(fx.welcome).toMatchObject({ registered: true, balance: 500 })
})
