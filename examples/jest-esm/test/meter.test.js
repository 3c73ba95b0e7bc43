import { expect, test } from '@jest/globals'
import { airStats, mib, operator, subscriber, useFixtures } from 'soracom-fixtures/jest'
import 'soracom-fixtures/jest/matchers'

const shop = operator()
const meter = subscriber({ operator: shop, subscription: 'plan01s', status: 'active' })
const usage = airStats({
  subscriber: meter,
  at: '2026-11-01',
  traffic: { 's1.fast': { upload: mib(5), download: mib(20) } },
})
const fx = useFixtures({ shop, meter, usage })

test('the traffic of the meter reaches its stats', async () => {
  await expect(fx.meter).toHaveAirTraffic({ day: '2026-11-01', traffic: { 's1.fast': { download: mib(20) } } })
})
