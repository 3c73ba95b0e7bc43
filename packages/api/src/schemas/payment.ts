import * as v from 'valibot'

/** `POST /payment_methods/webpay`, which older clients register the dummy card with. */
export const webPayRequestSchema = v.object({
  cvc: v.string(),
  expireMonth: v.number(),
  expireYear: v.number(),
  name: v.string(),
  number: v.string(),
})
export type WebPayRequest = v.InferOutput<typeof webPayRequestSchema>

export const paymentMethodSchema = v.object({
  providerType: v.string(),
  properties: v.exactOptional(v.nullable(v.unknown())),
  updateDate: v.exactOptional(v.nullable(v.string())),
  errorCode: v.exactOptional(v.nullable(v.string())),
  errorMessage: v.exactOptional(v.nullable(v.string())),
})
export type PaymentMethod = v.InferOutput<typeof paymentMethodSchema>
