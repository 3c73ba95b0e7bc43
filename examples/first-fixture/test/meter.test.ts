import { operator, subscriber, useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'

const shop = operator()
const meter = subscriber({ operator: shop, subscription: 'plan-D', status: 'active', tags: { name: 'meter' } })
const fx = useFixtures({ shop, meter })

test('the meter is active', async () => {
  expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({
    status: 'active',
    tags: { name: 'meter' },
  })
})
