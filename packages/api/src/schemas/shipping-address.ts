import * as v from 'valibot'

const optionalText = v.exactOptional(v.nullable(v.string()))

export const shippingAddressRequestSchema = v.object({
  addressLine1: v.string(),
  addressLine2: optionalText,
  building: optionalText,
  city: v.string(),
  companyName: optionalText,
  countryCode: optionalText,
  department: optionalText,
  email: optionalText,
  fullName: optionalText,
  phoneNumber: optionalText,
  state: v.string(),
  zipCode: v.string(),
})
export type ShippingAddressRequest = v.InferOutput<typeof shippingAddressRequestSchema>

export const shippingAddressResponseSchema = v.object({
  ...shippingAddressRequestSchema.entries,
  phoneNumber: v.string(),
  shippingAddressId: v.string(),
  shippingArea: v.string(),
})
export type ShippingAddressResponse = v.InferOutput<typeof shippingAddressResponseSchema>

export const shippingAddressListSchema = v.object({ shippingAddresses: v.array(shippingAddressResponseSchema) })
export type ShippingAddressList = v.InferOutput<typeof shippingAddressListSchema>
