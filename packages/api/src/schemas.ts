// The schemas of requests and answers, by resource. Kept out of the main entry so that reading handles loads no valibot.
export {
  authRequestSchema,
  authResponseSchema,
  generateTokenRequestSchema,
  generateTokenResponseSchema,
} from './schemas/auth.ts'
export {
  billHistorySchema,
  billItemSummarySchema,
  billSimSummarySchema,
  dailyBillListSchema,
  dailyBillSchema,
  latestBillSchema,
  monthlyBillSchema,
} from './schemas/bill.ts'
export { apiErrorBodySchema, currencySchema, tagSetSchema, tagUpdateRequestSchema } from './schemas/common.ts'
export {
  couponListSchema,
  couponQuotationRequestSchema,
  couponQuotationSchema,
  couponSchema,
  createCouponRequestSchema,
} from './schemas/coupon.ts'
export { exportedFileSchema, exportStatsRequestSchema, fileExportSchema } from './schemas/exported-file.ts'
export {
  createGroupRequestSchema,
  groupConfigurationSchema,
  groupConfigurationUpdateSchema,
  groupSchema,
} from './schemas/group.ts'
export {
  authKeyResponseSchema,
  createOperatorRequestSchema,
  generatedAuthKeySchema,
  initRequestSchema,
  operatorResponseSchema,
  signupTokenRequestSchema,
  signupTokenResponseSchema,
  verifyOperatorRequestSchema,
} from './schemas/operator.ts'
export {
  estimatedOrderItemSchema,
  orderedSubscriberListSchema,
  orderedSubscriberSchema,
  orderItemSchema,
  orderListSchema,
  orderSchema,
  paymentStatusSchema,
  quotationRequestSchema,
  quotationSchema,
  resourceInitialSettingSchema,
  shipOrderRequestSchema,
} from './schemas/order.ts'
export {
  payerInformationSchema,
  paymentMethodSchema,
  paymentStatementListSchema,
  paymentStatementSchema,
  paymentTransactionSchema,
  webPayRequestSchema,
} from './schemas/payment.ts'
export { productListSchema, productSchema, shippingCostSchema } from './schemas/product.ts'
export {
  shippingAddressListSchema,
  shippingAddressRequestSchema,
  shippingAddressResponseSchema,
} from './schemas/shipping-address.ts'
export {
  createSimRequestSchema,
  simProfileSchema,
  simSchema,
  simStatusHistoryEntrySchema,
} from './schemas/sim.ts'
export { sendSmsRequestSchema, smsReportSchema } from './schemas/sms.ts'
export {
  airAggregatedStatsRowSchema,
  airStatsRowSchema,
  beamStatsRowSchema,
  dataTrafficStatsSchema,
  insertAirStatsRequestSchema,
  insertBeamStatsRequestSchema,
  trafficRankSchema,
} from './schemas/stats.ts'
export {
  createdSubscriberSchema,
  createSubscriberRequestSchema,
  expiryTimeRequestSchema,
  registerSubscriberRequestSchema,
  sessionStatusSchema,
  setGroupRequestSchema,
  subscriberSchema,
  updateSpeedClassRequestSchema,
} from './schemas/subscriber.ts'
export {
  issueTransferTokenRequestSchema,
  transferredSimsSchema,
  transferTokenSchema,
} from './schemas/transfer-token.ts'
export {
  availableDiscountListSchema,
  availableDiscountSchema,
  volumeDiscountListSchema,
  volumeDiscountPaymentTypeSchema,
  volumeDiscountQuotationSchema,
  volumeDiscountRequestSchema,
  volumeDiscountSchema,
  volumeDiscountTypeSchema,
} from './schemas/volume-discount.ts'
