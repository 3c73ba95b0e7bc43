import { expect } from '../expect.ts'
import { addSim, type Life } from '../life.ts'

/** Usage that is seeded and read back, and coupons. */
export async function walkUsage(life: Life, nowMs: number): Promise<void> {
  const imsi = await addSim(life, 'plan-D', ['D-500MB'])
  const now = new Date(nowMs)
  const lastMonthMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 3)
  const span = { from: String(lastMonthMs / 1000), to: String(Math.floor(nowMs / 1000)) }
  await walkStats(life, imsi, lastMonthMs / 1000, span)
  await walkCoupons(life)
}

async function walkStats(
  life: Life,
  imsi: string,
  unixtime: number,
  span: Readonly<Record<string, string>>,
): Promise<void> {
  const params = { imsi }
  const traffic = { uploadByteSizeTotal: 5_242_880, downloadByteSizeTotal: 20_971_520 }
  const air = {
    unixtime,
    dataTrafficStatsMap: { 's1.fast': { ...traffic, uploadPacketSizeTotal: 1, downloadPacketSizeTotal: 1 } },
  }
  expect((await life.call('sandboxInsertAirStats', { params, body: air })).status).toBe(200)
  expect((await life.call('sandboxInsertAirStats', { params, body: air })).status).toBe(400)
  const beam = { unixtime, beamStatsMap: { inHttp: { count: 10 }, outHttps: { count: 10 } } }
  expect((await life.call('sandboxInsertBeamStats', { params, body: beam })).status).toBe(200)
  expect((await life.call('sandboxInsertBeamStats', { params, body: beam })).status).toBe(400)

  for (const period of ['month', 'day', 'minutes']) {
    const query = { ...span, period }
    const [row] = (await life.call('getAirStats', { params, query })).body
    expect(row.dataTrafficStatsMap['s1.fast']).toMatchObject(traffic)
    expect((await life.call('getAirStatsOfSim', { params: { sim_id: imsi }, query })).body).toHaveLength(1)
    expect((await life.call('getBeamStats', { params, query })).body[0].beamStatsMap.inHttp.count).toBe(10)
  }
  const unknownSim = { params: { imsi: '001019999999999' }, query: { ...span, period: 'day' } }
  expect((await life.call('getAirStats', unknownSim)).status).toBe(400)
  expect((await life.call('getAirStats', { params, query: { ...span, period: 'week' } })).status).toBe(400)

  const { groupId } = (await life.call('createGroup', { body: {} })).body
  await life.call('setGroup', { params, body: { groupId } })
  const query = { ...span, period: 'month' }
  expect((await life.call('getAirStatsOfGroup', { params: { group_id: groupId }, query })).body).toHaveLength(1)
  expect((await life.call('getAirStatsOfOperator', { query })).body).toHaveLength(1)
}

async function walkCoupons(life: Life): Promise<void> {
  const body = { amount: 10, applicableBillItemName: 'dailyDataTrafficChargeTotal', expiryYearMonth: '204012' }
  const made = await life.call('sandboxCreateCoupon', { body })
  expect(made.body).toMatchObject({ amount: 10, balance: 10 })
  expect((await life.call('listCoupons')).body.couponList).toEqual([])
  const params = { coupon_code: made.body.couponCode }
  expect((await life.call('registerCoupon', { params })).status).toBe(200)
  expect((await life.call('registerCoupon', { params })).status).toBe(400)
  expect((await life.call('registerCoupon', { params: { coupon_code: 'none' } })).status).toBe(400)
  expect((await life.call('listCoupons')).body.couponList).toMatchObject([{ amount: 10 }])
  expect((await life.call('sandboxCreateCoupon', { body: { ...body, applicableBillItemName: 'none' } })).status).toBe(
    400,
  )
}
