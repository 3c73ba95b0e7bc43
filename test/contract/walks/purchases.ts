import { expect } from 'vitest'
import { addSim, type Life } from '../life.ts'
import { address } from './account.ts'
import { walkExport } from './exports.ts'

/** What is bought beside SIMs (coupons, long-term discounts), what an order's SIMs are set to, and what was paid. */
export async function walkPurchases(life: Life, nowMs: number): Promise<void> {
  await walkCouponOrder(life)
  await walkDiscount(life)
  await walkInitialSetting(life)
  await walkPayments(life, nowMs)
}

async function walkCouponOrder(life: Life): Promise<void> {
  const quotation = await life.call('createCouponQuotation', { body: { amount: 5000 } })
  expect(quotation).toMatchObject({ status: 201, body: { amount: 5000, currency: 'JPY' } })
  const params = { order_id: quotation.body.orderId }
  const ordered = await life.call('confirmCouponOrder', { params })
  expect(ordered).toMatchObject({ status: 200, body: { orderId: params.order_id, balance: 5000 } })
  expect((await life.call('listCoupons')).body.couponList).toEqual([ordered.body])
  expect((await life.call('confirmCouponOrder', { params })).status).toBe(400)
  expect((await life.call('confirmCouponOrder', { params: { order_id: 'none' } })).status).toBe(404)
  expect((await life.call('createCouponQuotation', { body: { amount: 1 } })).status).toBe(400)
}

async function walkDiscount(life: Life): Promise<void> {
  const { availableLongTermDiscounts } = (await life.call('listAvailableDiscounts')).body
  const [{ volumeDiscountType, volumeDiscountPaymentType, contractTermMonth }] = availableLongTermDiscounts
  const body = { volumeDiscountType, volumeDiscountPaymentType, contractTermMonth, quantity: 3 }
  const quotation = await life.call('createVolumeDiscountQuotation', { body })
  expect(quotation).toMatchObject({ status: 201, body: { volumeDiscount: body } })
  const params = { order_id: quotation.body.orderId }
  const confirmed = await life.call('confirmVolumeDiscountOrder', { params })
  expect(confirmed).toMatchObject({ status: 200, body: { status: 'active', quantity: 3 } })
  expect((await life.call('listVolumeDiscounts')).body.volumeDiscountList).toEqual([confirmed.body])
  const { contractId } = confirmed.body
  expect((await life.call('getVolumeDiscount', { params: { contract_id: contractId } })).status).toBe(200)
  expect((await life.call('getVolumeDiscount', { params: { contract_id: 'none' } })).status).toBe(400)
  expect((await life.call('confirmVolumeDiscountOrder', { params })).status).toBe(400)
  expect((await life.call('confirmVolumeDiscountOrder', { params: { order_id: 'none' } })).status).toBe(404)
  expect((await life.call('createVolumeDiscountQuotation', { body: { ...body, quantity: 0 } })).status).toBe(400)
}

async function walkInitialSetting(life: Life): Promise<void> {
  const { shippingAddressId } = (await life.call('createShippingAddress', { body: address })).body
  const orderItemList = [{ productCode: '4573326590013', quantity: 1 }]
  const { orderId } = (await life.call('createQuotation', { body: { orderItemList, shippingAddressId } })).body
  const params = { order_id: orderId }
  await life.call('confirmOrder', { params })
  const body = { simInitialSettings: { 'plan-D': { speedClass: 's1.slow', tags: { location: 'hq' } } } }
  const set = await life.call('updateOrderedResourceInitialSetting', { params, body })
  expect(set).toMatchObject({ status: 200, body: { orderId, resourceInitialSetting: body } })
  const wrong = { simInitialSettings: { 'plan-D': { speedClass: 'u1.slow' } } }
  expect((await life.call('updateOrderedResourceInitialSetting', { params, body: wrong })).status).toBe(400)
  const none = { params: { order_id: 'none' }, body }
  expect((await life.call('updateOrderedResourceInitialSetting', none)).status).toBe(404)
  await life.call('sandboxShipOrder', { body: { operatorId: life.operatorId, orderId } })
  await life.call('registerOrderedSim', { params })
  const [{ imsi }] = (await life.call('listOrderedSubscribers', { params })).body.orderedSubscriberList
  const { body: sim } = await life.call('getSubscriber', { params: { imsi } })
  expect(sim).toMatchObject({ speedClass: 's1.slow', tags: { location: 'hq' } })
}

async function walkPayments(life: Life, nowMs: number): Promise<void> {
  const imsi = await addSim(life, 'plan-D')
  const now = new Date(nowMs)
  const lastMonthMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 3)
  const body = {
    unixtime: lastMonthMs / 1000,
    dataTrafficStatsMap: { 's1.fast': { downloadByteSizeTotal: 104_857_600 } },
  }
  await life.call('sandboxInsertAirStats', { params: { imsi }, body })
  const [{ paymentTransactionId }] = (await life.call('getBillingHistory')).body.billList
  const params = { payment_transaction_id: paymentTransactionId }
  const transaction = await life.call('getPaymentTransaction', { params })
  expect(transaction.body).toMatchObject({ status: 'success', amount: { totalAmount: 110, currency: 'JPY' } })
  const unknown = paymentTransactionId.replace(/[0-9a-f]{12}$/, '000000000000')
  expect((await life.call('getPaymentTransaction', { params: { payment_transaction_id: unknown } })).status).toBe(404)
  expect((await life.call('getPaymentTransaction', { params: { payment_transaction_id: 'none' } })).status).toBe(400)

  const tokens = { payJPToken: 'tok_1', stripeToken: 'tok_2' }
  expect((await life.call('registerPayjpPaymentMethod', { body: tokens })).status).toBe(201)

  expect((await life.call('getPayerInformation')).status).toBe(400)
  const payer = { companyName: 'Contract Test', department: 'Tests', fullName: 'C. Test' }
  expect((await life.call('registerPayerInformation', { body: payer })).status).toBe(201)
  expect((await life.call('registerPayerInformation', { body: { fullName: 1 } })).status).toBe(400)
  expect((await life.call('getPayerInformation')).body).toEqual(payer)

  const { paymentStatementsList } = (await life.call('listPaymentStatements')).body
  expect(paymentStatementsList.map(({ amount }: { amount: number }) => amount)).toContain(110)
  const [{ paymentStatementId }] = paymentStatementsList
  const statement = { params: { payment_statement_id: paymentStatementId } }
  await walkExport(life, 'exportPaymentStatement', statement, 'Contract Test')
  const none = { params: { payment_statement_id: 'none' } }
  expect((await life.call('exportPaymentStatement', none)).status).toBe(400)
}
