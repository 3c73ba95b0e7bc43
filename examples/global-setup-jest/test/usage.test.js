const { airStats, mib, useFixtures } = require('soracom-fixtures/jest')
const { store } = require('../soracom-fixtures.config.js')

// Stats of this file's own, for the meter that all files share.
const usage = airStats({
  subscriber: store.set.meter,
  at: '2026-11-01',
  traffic: { 's1.fast': { upload: mib(1), download: mib(2) } },
})
const fx = useFixtures({ meter: store.set.meter, usage })

test('the usage that is seeded reaches the stats of the meter', async () => {
  await expect(fx.meter).toHaveAirTraffic(fx.usage)
})
