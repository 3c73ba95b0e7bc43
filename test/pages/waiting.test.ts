import { airStats, eventually, mib, operator, subscriber, useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'

const shop = operator()
const meter = subscriber({ operator: shop, subscription: 'plan-D', status: 'active', tags: { name: 'meter' } })
const usage = airStats({ subscriber: meter, at: new Date(), traffic: { 's1.fast': { download: mib(50) } } })
const fx = useFixtures({ shop, meter, usage })

// #region value
test('something is billed in the end', async () => {
  const bill = await eventually(() => fx.shop.client.bills.latest(), { until: ({ amount }) => amount > 0 })
  expect(bill.currency).toBe('JPY')
})
// #endregion

// #region assertion
test('the index finds the meter by its name', async () => {
  const look = async () => {
    const found = []
    for await (const { simId } of fx.shop.client.query.sims({ name: 'meter' })) found.push(simId)
    expect(found).toEqual([fx.meter.simId])
  }
  await eventually(look, { timeout: 60_000, what: 'the meter in the index' })
})
// #endregion

// #region final
test('the meter becomes active', async () => {
  const sim = await eventually(() => fx.shop.client.subscribers.get(fx.meter.imsi), {
    until: ({ status }) => status === 'active',
    fail: ({ status }) => status === 'terminated' && 'a SIM that is terminated stays so',
  })
  expect(sim.imsi).toBe(fx.meter.imsi)
})
// #endregion
