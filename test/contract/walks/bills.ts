import { expect } from '../expect.ts'
import { addSim, type Life } from '../life.ts'

/** The bills that come of usage and a coupon, by the emulator's rate card. */
export async function walkBills(life: Life, nowMs: number): Promise<void> {
  const imsi = await addSim(life, 'plan-D')
  const params = { imsi }
  const now = new Date(nowMs)
  const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 3))
  const unixtime = lastMonth.getTime() / 1000
  const traffic = { uploadByteSizeTotal: 5_242_880, downloadByteSizeTotal: 20_971_520 }
  const body = { unixtime, dataTrafficStatsMap: { 's1.fast': traffic } }
  expect((await life.call('sandboxInsertAirStats', { params, body })).status).toBe(200)
  // The sandbox was seen to fail with 500 at a time in milliseconds.
  const milliseconds = { ...body, unixtime: unixtime * 1000 }
  expect((await life.call('sandboxInsertAirStats', { params, body: milliseconds })).status).toBe(400)

  const coupon = { amount: 10, applicableBillItemName: 'dailyDataTrafficChargeTotal', expiryYearMonth: '204012' }
  const { couponCode } = (await life.call('sandboxCreateCoupon', { body: coupon })).body
  await life.call('registerCoupon', { params: { coupon_code: couponCode } })
  // Last month is closed and used it up.
  expect((await life.call('listCoupons')).body.couponList).toMatchObject([{ amount: 10, balance: 0 }])
  await readBills(life, imsi, now, lastMonth)
}

async function readBills(life: Life, imsi: string, now: Date, lastMonth: Date): Promise<void> {
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
