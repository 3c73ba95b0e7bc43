import * as v from 'valibot'
import { currencySchema } from './common.ts'

export const volumeDiscountTypeSchema = v.picklist([
  'SORACOM_AIR_BASIC_CHARGE_V2',
  'SORACOM_AIR_BASIC_CHARGE',
  'SORACOM_AIR_MONTHLY_FIXED_BASIC_CHARGE',
])
export type VolumeDiscountType = v.InferOutput<typeof volumeDiscountTypeSchema>

export const volumeDiscountPaymentTypeSchema = v.picklist(['MONTHLY', 'PREPAYMENT'])
export type VolumeDiscountPaymentType = v.InferOutput<typeof volumeDiscountPaymentTypeSchema>

/** `POST /volume_discounts`: asks for a quotation. `startDate` is `yyyyMMdd`. */
export const volumeDiscountRequestSchema = v.object({
  volumeDiscountType: volumeDiscountTypeSchema,
  volumeDiscountPaymentType: volumeDiscountPaymentTypeSchema,
  contractTermMonth: v.number(),
  quantity: v.number(),
  startDate: v.exactOptional(v.nullable(v.string())),
})
export type VolumeDiscountRequest = v.InferOutput<typeof volumeDiscountRequestSchema>

/** A discount that can be contracted; prices are for a SIM and a month. */
export const availableDiscountSchema = v.object({
  volumeDiscountType: volumeDiscountTypeSchema,
  volumeDiscountPaymentType: volumeDiscountPaymentTypeSchema,
  contractTermMonth: v.number(),
  currency: currencySchema,
  unitPrice: v.number(),
  taxIncludedUnitPrice: v.number(),
})
export type AvailableDiscount = v.InferOutput<typeof availableDiscountSchema>

export const availableDiscountListSchema = v.object({ availableLongTermDiscounts: v.array(availableDiscountSchema) })
export type AvailableDiscountList = v.InferOutput<typeof availableDiscountListSchema>

const termsSchema = v.object({
  volumeDiscountType: volumeDiscountTypeSchema,
  volumeDiscountPaymentType: volumeDiscountPaymentTypeSchema,
  contractTermMonth: v.number(),
  quantity: v.number(),
  /** `yyyyMMdd`. */
  startDate: v.string(),
  /** `yyyyMMdd`, the last day. */
  endDate: v.string(),
  currency: currencySchema,
  unitPrice: v.number(),
  initialCost: v.number(),
})

export const volumeDiscountQuotationSchema = v.object({
  orderId: v.string(),
  currency: currencySchema,
  taxAmount: v.number(),
  totalAmount: v.number(),
  volumeDiscount: v.object({
    ...termsSchema.entries,
    taxIncludedUnitPrice: v.number(),
    taxIncludedInitialCost: v.number(),
  }),
})
export type VolumeDiscountQuotation = v.InferOutput<typeof volumeDiscountQuotationSchema>

/** A contracted discount. `contractDateTime` is `yyyyMMddHHmmss`. */
export const volumeDiscountSchema = v.object({
  ...termsSchema.entries,
  contractId: v.string(),
  contractDateTime: v.string(),
  status: v.picklist(['active', 'expired']),
})
export type VolumeDiscount = v.InferOutput<typeof volumeDiscountSchema>

export const volumeDiscountListSchema = v.object({ volumeDiscountList: v.array(volumeDiscountSchema) })
export type VolumeDiscountList = v.InferOutput<typeof volumeDiscountListSchema>
