import { airStats, beamStats, coupon, mib, operator, order, subscriber, useFixtures } from 'soracom-fixtures/vitest'
import { describe, expect, test } from 'vitest'

// The first week of last month, so that all of it has been.
const today = new Date()
const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1)).toISOString().slice(0, 7)
const week = [`${month}-01`, `${month}-07`] as const

const shop = operator({ coverageTypes: ['jp'] })
const meter = subscriber({
  operator: shop,
  subscription: 'plan-D',
  bundles: ['D-500MB'],
  speedClass: 's1.fast',
  status: 'active',
  tags: { name: 'meter' },
})
const cards = order({ operator: shop, items: [{ productCode: '4573326590013', quantity: 3 }] })
const usage = airStats({
  subscriber: meter,
  days: week,
  daily: { 's1.fast': { upload: mib(5), download: mib(20) } },
})
const requests = beamStats({ subscriber: meter, days: week, daily: { inHttp: 100, outHttps: 100 } })
const welcome = coupon({ operator: shop, amount: 500, billItem: 'dailyDataTrafficChargeTotal' })

const fx = useFixtures({ shop, meter, cards, usage, requests, welcome })

const span = { from: new Date(`${week[0]}T00:00:00Z`), to: new Date(`${week[1]}T00:00:00Z`) }

describe('a week of a meter', () => {
  test('is in the stats, day by day', async () => {
    await expect(fx.meter).toHaveAirTraffic(fx.usage)
    await expect(fx.meter).toHaveBeamCount(fx.requests)
  })

  test('is in the stats of the month', async () => {
    const [air] = await fx.shop.client.stats.air(fx.meter.imsi, { ...span, period: 'month' })
    expect(air?.dataTrafficStatsMap['s1.fast']?.downloadByteSizeTotal).toBe(mib(140))
    const [beam] = await fx.shop.client.stats.beam(fx.meter.imsi, { ...span, period: 'month' })
    expect(beam?.beamStatsMap.inHttp?.count).toBe(700)
  })

  // #region bill
  test('costs what plan-D asks for the traffic', async () => {
    // A day: 5 MiB up at 0.30 yen and 20 MiB down at 1.00 yen.
    await expect(fx.shop).toBeBilled({ month, item: 'dailyDataTrafficChargeTotal', amount: 7 * (5 * 0.3 + 20 * 1) })
    await expect(fx.shop).toBeBilled({ day: week[1], amount: 21.5 })
    expect(fx.usage.expectedAmounts.byMonth).toEqual({ [month]: { dailyDataTrafficChargeTotal: 150.5 } })
  })

  test('is paid by the coupon', async () => {
    // Seven days of 21.5 yen, and the coupon takes all of it.
    await expect(fx.shop).toBeBilled({ month, amount: 0 })
    await expect(fx.welcome).toHaveCouponBalance(500 - 150.5)
  })
  // #endregion
})

test('three SIMs came with the order', async () => {
  expect(fx.cards.orderStatus).toBe('shipped')
  expect(fx.cards.subscribers).toHaveLength(3)
  for (const card of fx.cards.subscribers) {
    expect(await fx.shop.client.subscribers.get(card.imsi)).toMatchObject({ operatorId: fx.shop.operatorId })
  }
})
