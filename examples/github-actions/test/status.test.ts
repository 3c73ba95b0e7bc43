import { operator, subscriber, useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'

const shop = operator()
const fx = useFixtures({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D', status: 'active' }) })

test('the meter is active', async () => {
  expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({ status: 'active' })
})
