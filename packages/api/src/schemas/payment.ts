import * as v from 'valibot'
import { currencySchema } from './common.ts'

/** `POST /payment_methods/webpay`, which older clients register the dummy card with. */
export const webPayRequestSchema = v.object({
  cvc: v.string(),
  expireMonth: v.number(),
  expireYear: v.number(),
  name: v.string(),
  number: v.string(),
})
export type WebPayRequest = v.InferOutput<typeof webPayRequestSchema>

/** `POST /payment_methods/token/payjp`: what the two payment services gave for a card (a client in Go). */
export const payJpRequestSchema = v.object({
  payJPToken: v.pipe(v.string(), v.nonEmpty()),
  stripeToken: v.pipe(v.string(), v.nonEmpty()),
})
export type PayJpRequest = v.InferOutput<typeof payJpRequestSchema>

export const paymentMethodSchema = v.object({
  providerType: v.string(),
  properties: v.exactOptional(v.nullable(v.unknown())),
  updateDate: v.exactOptional(v.nullable(v.string())),
  errorCode: v.exactOptional(v.nullable(v.string())),
  errorMessage: v.exactOptional(v.nullable(v.string())),
})
export type PaymentMethod = v.InferOutput<typeof paymentMethodSchema>

/** Who pays, as payment statements name them. */
export const payerInformationSchema = v.object({
  companyName: v.exactOptional(v.nullable(v.string())),
  department: v.exactOptional(v.nullable(v.string())),
  fullName: v.exactOptional(v.nullable(v.string())),
})
export type PayerInformation = v.InferOutput<typeof payerInformationSchema>

/** A payment that was made, of months (`yyyyMM`) or of an order. */
export const paymentStatementSchema = v.object({
  paymentStatementId: v.string(),
  amount: v.number(),
  currency: currencySchema,
  paymentDateTime: v.number(),
  paymentMethod: v.exactOptional(v.nullable(v.string())),
  chargedYearMonths: v.exactOptional(v.array(v.string())),
  orderId: v.exactOptional(v.string()),
})
export type PaymentStatement = v.InferOutput<typeof paymentStatementSchema>

export const paymentStatementListSchema = v.object({ paymentStatementsList: v.array(paymentStatementSchema) })
export type PaymentStatementList = v.InferOutput<typeof paymentStatementListSchema>

/** What came of a payment. */
export const paymentTransactionSchema = v.object({
  amount: v.object({
    currency: currencySchema,
    subTotalAmount: v.number(),
    taxAmount: v.number(),
    totalAmount: v.number(),
    paymentAmount: v.number(),
  }),
  description: v.exactOptional(
    v.object({ description: v.exactOptional(v.string()), itemList: v.exactOptional(v.array(v.string())) }),
  ),
  message: v.exactOptional(v.nullable(v.string())),
  messageCode: v.string(),
  status: v.picklist(['success', 'error']),
})
export type PaymentTransaction = v.InferOutput<typeof paymentTransactionSchema>
