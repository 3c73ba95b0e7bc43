import * as v from 'valibot'
import { orderStatuses } from '../order-statuses.ts'
import { currencySchema, tagSetSchema } from './common.ts'
import { productSchema } from './product.ts'
import { shippingAddressRequestSchema } from './shipping-address.ts'

export const orderItemSchema = v.object({ productCode: v.string(), quantity: v.number() })
export type OrderItem = v.InferOutput<typeof orderItemSchema>

/** `POST /orders`: asks for a quotation. */
export const quotationRequestSchema = v.object({
  orderItemList: v.array(orderItemSchema),
  shippingAddressId: v.exactOptional(v.string()),
  preferredDeliveryDate: v.exactOptional(v.string()),
  shippingOptions: v.exactOptional(v.array(v.unknown())),
})
export type QuotationRequest = v.InferOutput<typeof quotationRequestSchema>

export const paymentStatusSchema = v.picklist([
  'lessThanMinimumCharge',
  'paying',
  'paid',
  'fail',
  'refunding',
  'refunded',
  'refund_fail',
  'delegating_to_third_party',
  'delegated_to_third_party',
  'charging',
  'canceling',
  'cancelled',
  'cancel_failed',
])
export type PaymentStatus = v.InferOutput<typeof paymentStatusSchema>

export const estimatedOrderItemSchema = v.object({
  product: productSchema,
  productAmount: v.number(),
  quantity: v.number(),
})
export type EstimatedOrderItem = v.InferOutput<typeof estimatedOrderItemSchema>

/** A quotation: what `POST /orders` answers. */
export const quotationSchema = v.object({
  orderId: v.string(),
  email: v.string(),
  currency: currencySchema,
  orderItemList: v.array(estimatedOrderItemSchema),
  preferredDeliveryDate: v.exactOptional(v.nullable(v.string())),
  shippingAddress: v.exactOptional(shippingAddressRequestSchema),
  shippingAddressId: v.exactOptional(v.string()),
  shippingCost: v.number(),
  taxAmount: v.number(),
  totalAmount: v.number(),
})
export type Quotation = v.InferOutput<typeof quotationSchema>

/** What the SIMs of an order are set to when they are registered, by their subscription. */
export const resourceInitialSettingSchema = v.object({
  simInitialSettings: v.exactOptional(
    v.record(
      v.string(),
      v.object({
        groupId: v.exactOptional(v.nullable(v.string())),
        speedClass: v.exactOptional(v.nullable(v.string())),
        tags: v.exactOptional(v.nullable(tagSetSchema)),
      }),
    ),
  ),
})
export type ResourceInitialSetting = v.InferOutput<typeof resourceInitialSettingSchema>

/** A confirmed order. Times are `yyyyMMddHHmmss`. */
export const orderSchema = v.object({
  ...quotationSchema.entries,
  orderStatus: v.picklist(orderStatuses),
  orderDateTime: v.string(),
  paymentStatus: v.exactOptional(v.nullable(paymentStatusSchema)),
  shippingDateTime: v.exactOptional(v.nullable(v.string())),
  shippingLabelNumber: v.exactOptional(v.nullable(v.string())),
  resourceInitialSetting: v.exactOptional(v.nullable(resourceInitialSettingSchema)),
})
export type Order = v.InferOutput<typeof orderSchema>

export const orderListSchema = v.object({ orderList: v.array(orderSchema) })
export type OrderList = v.InferOutput<typeof orderListSchema>

export const orderedSubscriberSchema = v.object({
  imsi: v.string(),
  msisdn: v.string(),
  serialNumber: v.string(),
  iccid: v.exactOptional(v.nullable(v.string())),
  simId: v.exactOptional(v.nullable(v.string())),
  bundles: v.exactOptional(v.nullable(v.array(v.string()))),
})
export type OrderedSubscriber = v.InferOutput<typeof orderedSubscriberSchema>

export const orderedSubscriberListSchema = v.object({ orderedSubscriberList: v.array(orderedSubscriberSchema) })
export type OrderedSubscriberList = v.InferOutput<typeof orderedSubscriberListSchema>

/** `POST /sandbox/orders/ship`. */
export const shipOrderRequestSchema = v.object({ operatorId: v.string(), orderId: v.string() })
export type ShipOrderRequest = v.InferOutput<typeof shipOrderRequestSchema>
