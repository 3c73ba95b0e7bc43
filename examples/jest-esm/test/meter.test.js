import { expect, test } from '@jest/globals'
import { airStats, mib, operator, subscriber, useFixtures } from '@soracom-fixtures/jest'

const shop = operator()
const meter = subscriber({ operator: shop, subscription: 'plan01s', status: 'active' })
const usage = airStats({
  subscriber: meter,
  at: '2026-11-01',
  traffic: { 's1.fast': { upload: mib(5), download: mib(20) } },
})
const fx = useFixtures({ shop, meter, usage })

test('the traffic of the meter reaches its stats', async () => {
  const from = Date.parse('2026-10-31') / 1000
  const to = Date.parse('2026-11-02') / 1000
  const stats = await fx.shop.client.stats.air(fx.meter.imsi, { from, to, period: 'day' })
  expect(JSON.stringify(stats)).toContain(String(mib(20)))
})
