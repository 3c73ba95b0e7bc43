import { expect } from '../expect.ts'
import type { Life } from '../life.ts'
import { address } from './account.ts'

/** An order from its quotation to the registration of its SIMs, one that is cancelled, and what is refused. */
export async function walkOrders(life: Life): Promise<void> {
  const { productList } = (await life.call('listProducts')).body
  const { shippingAddressId } = (await life.call('createShippingAddress', { body: address })).body
  const [{ productCode }] = productList
  const body = { orderItemList: [{ productCode, quantity: 2 }], shippingAddressId }
  const quotation = await life.call('createQuotation', { body })
  expect(quotation.status).toBe(201)
  const params = { order_id: quotation.body.orderId }
  expect((await life.call('listOrders')).body.orderList).toEqual([])
  const confirmed = await life.call('confirmOrder', { params })
  expect(confirmed.body).toMatchObject({ orderId: params.order_id, orderStatus: 'orderProcessing' })
  expect((await life.call('getOrder', { params })).status).toBe(200)
  const shipment = { operatorId: life.operatorId, orderId: params.order_id }
  expect((await life.call('sandboxShipOrder', { body: shipment })).status).toBe(200)
  expect((await life.call('getOrder', { params })).body.orderStatus).toBe('shipped')
  expect((await life.call('cancelOrder', { params })).status).toBe(400)
  const first = await life.call('listOrderedSubscribers', { params, query: { limit: '1' } })
  expect(first.body.orderedSubscriberList).toHaveLength(1)
  expect((await life.call('registerOrderedSim', { params })).status).toBe(204)
  const [{ imsi }] = first.body.orderedSubscriberList
  expect((await life.call('getSubscriber', { params: { imsi } })).body.operatorId).toBe(life.operatorId)

  const other = await life.call('createQuotation', { body })
  const otherParams = { order_id: other.body.orderId }
  await life.call('confirmOrder', { params: otherParams })
  expect((await life.call('cancelOrder', { params: otherParams })).status).toBe(204)
  expect((await life.call('listOrders')).body.orderList).toHaveLength(2)
  await walkOrderErrors(life, shippingAddressId)
}

async function walkOrderErrors(life: Life, shippingAddressId: string): Promise<void> {
  const params = { order_id: '20260101000000_00000000' }
  expect((await life.call('getOrder', { params })).status).toBe(404)
  expect((await life.call('confirmOrder', { params })).status).toBe(404)
  const shipment = { operatorId: life.operatorId, orderId: params.order_id }
  expect((await life.call('sandboxShipOrder', { body: shipment })).status).toBe(400)
  for (const orderItemList of [[], [{ productCode: '4573326590013', quantity: 0 }]]) {
    const body = { orderItemList, shippingAddressId }
    expect((await life.call('createQuotation', { body })).status).toBe(400)
  }
}
