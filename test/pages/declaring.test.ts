import {
  airStats,
  beamStats,
  defineFixtures,
  group,
  kib,
  mib,
  operator,
  order,
  subscriber,
  subscriberOfOrder,
  subscribers,
  useFixtures,
} from 'soracom-fixtures/vitest'
import { describe, expect, test } from 'vitest'

describe('a set', () => {
  // #region set
  const shop = operator()
  const fleet = group({ operator: shop, tags: { name: 'fleet' } })
  const meter = subscriber({ operator: shop, group: fleet, subscription: 'plan-D', bundles: ['D-500MB'] })
  const usage = airStats({ subscriber: meter, at: '2026-11-01', traffic: { 's1.fast': { upload: mib(5) } } })

  const fx = useFixtures({ meter, usage })
  // #endregion

  test('has what its declarations need', async () => {
    expect(fx.meter).toMatchObject({ subscription: 'plan-D', bundles: ['D-500MB'] })
    const { groupId } = fx.meter
    const found = await fx.meter.operator.client.groups.get(groupId ?? '')
    expect(found.tags).toEqual({ name: 'fleet' })
    expect(fx.usage.totals.uploadBytes).toBe(mib(5))
  })
})

describe('several SIMs', () => {
  // #region several
  const trackers = subscribers(20, (index) => ({ subscription: 'plan01s', tags: { name: `tracker-${index}` } }))
  const usage = trackers.map((sim) =>
    airStats({ subscriber: sim, at: '2026-11-01', traffic: { 's1.fast': { upload: mib(1) } } }),
  )
  const fx = useFixtures({ shop: operator({ coverageTypes: ['g'] }), trackers, usage })

  test('twenty SIMs', () => {
    expect(fx.trackers.map((sim) => sim.tags.name)).toContain('tracker-19')
  })
  // #endregion
})

describe('an order', () => {
  // #region order
  const cards = order({ items: [{ productCode: '4573326590013', quantity: 3 }] })
  const second = subscriberOfOrder({ order: cards, index: 1 })
  const usage = airStats({ subscriber: second, at: '2026-11-01', traffic: { 's1.standard': { download: mib(1) } } })
  const fx = useFixtures({ cards, second, usage })
  // #endregion

  test('has a SIM that usage is seeded for', () => {
    expect(fx.usage.imsi).toBe(fx.cards.subscribers[1]?.imsi)
    expect(fx.second.imsi).toBe(fx.usage.imsi)
  })
})

describe('usage', () => {
  // #region usage
  const meter = subscriber({ subscription: 'plan-D' })
  const burst = airStats({
    subscriber: meter,
    from: '2026-11-01T08:00:00Z',
    to: '2026-11-01T09:00:00Z',
    every: { minutes: 5 },
    traffic: (_at, index) => ({ 's1.fast': { upload: kib(index) } }),
  })
  const requests = beamStats({ subscriber: meter, days: ['2026-11-01', '2026-11-07'], daily: { inHttp: 100 } })
  const fx = useFixtures({ meter, burst, requests })
  // #endregion

  test('is a series, or a point a day', () => {
    // 0 KiB have no effect and are a point all the same.
    expect(fx.burst).toMatchObject({ points: 12, totals: { uploadBytes: kib(66) } })
    expect(fx.requests).toMatchObject({ points: 7, totals: { inHttp: 700 } })
  })
})

describe('a set for several files', () => {
  // #region shared
  const shop = operator()
  const meter = subscriber({ operator: shop, subscription: 'plan-D' })
  const store = defineFixtures({ shop, meter })

  const fx = useFixtures(store.with({ meter: meter.with({ status: 'inactive' }) }))
  // #endregion

  test('is changed in a copy', () => {
    expect(fx.meter).toMatchObject({ status: 'inactive', operatorId: fx.shop.operatorId })
    expect(store.set.meter).toBe(meter)
  })
})
