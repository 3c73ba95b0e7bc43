import { expect } from 'vitest'
import { addSim, type Life } from '../life.ts'

/** Usage that is seeded and read back, coupons, and the bills that come of them. */
export async function walkStatsAndBills(life: Life, nowMs: number): Promise<void> {
  const imsi = await addSim(life, 'plan-D', ['D-500MB'])
  const now = new Date(nowMs)
  const lastMonthMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 3)
  const span = { from: String(lastMonthMs / 1000), to: String(Math.floor(nowMs / 1000)) }
  await walkStats(life, imsi, lastMonthMs / 1000, span)
  await walkCoupons(life)
  await walkBills(life, imsi, now, new Date(lastMonthMs))
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
  const milliseconds = { ...air, unixtime: unixtime * 1000 }
  expect((await life.call('sandboxInsertAirStats', { params, body: milliseconds })).status).toBe(400)

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
  // Last month is closed and used it up.
  expect((await life.call('listCoupons')).body.couponList).toMatchObject([{ amount: 10, balance: 0 }])
  expect((await life.call('sandboxCreateCoupon', { body: { ...body, applicableBillItemName: 'none' } })).status).toBe(
    400,
  )
}

async function walkBills(life: Life, imsi: string, now: Date, lastMonth: Date): Promise<void> {
  const thisMonthText = now.toISOString().slice(0, 7).replace('-', '')
  const lastMonthText = lastMonth.toISOString().slice(0, 7).replace('-', '')
  // 5 MiB up at 0.30 yen and 20 MiB down at 1.00 yen; 10 paid by the coupon, the rest with 10 % and no fraction of a yen.
  const lastBill = { yearMonth: lastMonthText, amount: 12, appliedCouponAmount: 10, currency: 'JPY', state: 'closed' }
  expect((await life.call('getBillingHistory')).body.billList).toMatchObject([lastBill])
  expect((await life.call('getBilling', { params: { yyyyMM: lastMonthText } })).body).toMatchObject(lastBill)
  // Three SIMs of plan-D and one day of ten yen for each, with tax.
  expect((await life.call('getBilling', { params: { yyyyMM: thisMonthText } })).body).toMatchObject({
    state: 'temporary',
  })
  expect((await life.call('getLatestBilling')).body).toMatchObject({ currency: 'JPY' })
  const days = await life.call('getBillingPerDay', { params: { yyyyMM: lastMonthText } })
  expect(days.body.billList).toEqual([{ date: `${lastMonthText}03`, amount: 21.5, currency: 'JPY' }])
  for (const yyyyMM of ['200001', 'soon']) {
    for (const operationId of ['getBilling', 'getBillingPerDay']) {
      expect((await life.call(operationId, { params: { yyyyMM } })).status).toBe(404)
    }
  }
  const items = await life.call('getBillingSummaryOfBillItems')
  expect(items.body[1].costBreakdownList).toEqual([{ billItemName: 'dailyDataTrafficChargeTotal', amount: 21.5 }])
  const sims = await life.call('getBillingSummaryOfSims')
  expect(sims.body[1].costBreakdownList).toEqual([{ simId: imsi, amount: 21.5 }])
}
