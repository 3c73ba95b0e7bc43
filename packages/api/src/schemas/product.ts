import * as v from 'valibot'
import { shippingAreas } from '../shipping-areas.ts'
import { currencySchema } from './common.ts'

export const productSchema = v.object({
  productCode: v.string(),
  productName: v.string(),
  productType: v.picklist(['sim', 'lora', 'sigfox', 'network_module', 'misc']),
  description: v.exactOptional(v.string()),
  count: v.number(),
  currency: currencySchema,
  price: v.number(),
  maxQuantity: v.exactOptional(v.number()),
  properties: v.record(v.string(), v.string()),
  productInfoURL: v.exactOptional(v.string()),
  productImageURLs: v.exactOptional(v.array(v.string())),
})
export type Product = v.InferOutput<typeof productSchema>

export const shippingCostSchema = v.object({
  shippingArea: v.picklist(shippingAreas),
  shippingAreaName: v.string(),
  shippingCost: v.number(),
  size: v.exactOptional(v.number()),
  currency: v.exactOptional(currencySchema),
})
export type ShippingCost = v.InferOutput<typeof shippingCostSchema>

export const productListSchema = v.object({
  productList: v.array(productSchema),
  shippingCostList: v.array(shippingCostSchema),
})
export type ProductList = v.InferOutput<typeof productListSchema>
