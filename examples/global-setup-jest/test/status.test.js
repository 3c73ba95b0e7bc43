const { useFixtures } = require('soracom-fixtures/jest')
const { store } = require('../soracom-fixtures.config.js')

const fx = useFixtures(store)

test('the meter of the store is active', async () => {
  await expect(fx.meter).toHaveSubscriberStatus('active')
})
