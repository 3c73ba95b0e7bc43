import { expect } from '../expect.ts'
import type { Life } from '../life.ts'
import { address } from './account.ts'

/** What is bought beside SIMs (coupons, long-term discounts), and what an order's SIMs are set to. */
export async function walkPurchases(life: Life): Promise<void> {
  await walkCouponOrder(life)
  await walkDiscount(life)
  await walkInitialSetting(life)
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
