const { operator, subscriber, useFixtures } = require('soracom-fixtures/jest')

const shop = operator()
const meter = subscriber({ operator: shop, subscription: 'plan-D', status: 'active', tags: { name: 'meter' } })
const fx = useFixtures({ shop, meter })

test('the meter is active', async () => {
  expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({
    status: 'active',
    tags: { name: 'meter' },
  })
})

test('the meter can be deactivated', async () => {
  await fx.shop.client.subscribers.deactivate(fx.meter.imsi)
  expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({ status: 'inactive' })
})
