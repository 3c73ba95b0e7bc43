// The schemas of requests and answers, by resource. Kept out of the main entry so that reading handles loads no valibot.

export { apiAuditLogEntrySchema } from './schemas/audit-log.ts'
export {
  authRequestSchema,
  authResponseSchema,
  generateTokenRequestSchema,
  generateTokenResponseSchema,
  issuePasswordResetTokenRequestSchema,
  switchUserRequestSchema,
  verifyPasswordResetTokenRequestSchema,
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
export { credentialRequestSchema, credentialSchema } from './schemas/credential.ts'
export { dataEntrySchema } from './schemas/data-entry.ts'
export { emailSchema, issueAddEmailTokenRequestSchema, verifyAddEmailTokenRequestSchema } from './schemas/email.ts'
export {
  eventActionConfigSchema,
  eventHandlerRequestSchema,
  eventHandlerSchema,
  eventRuleConfigSchema,
} from './schemas/event-handler.ts'
export { exportedFileSchema, exportStatsRequestSchema, fileExportSchema } from './schemas/exported-file.ts'
export {
  createGroupRequestSchema,
  groupConfigurationSchema,
  groupConfigurationUpdateSchema,
  groupSchema,
} from './schemas/group.ts'
export { logEntrySchema } from './schemas/log.ts'
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
  harvestContractDetailSchema,
  operatorContractRequestSchema,
  operatorContractSchema,
  supportContractDetailSchema,
} from './schemas/operator-contract.ts'
export { companyInformationSchema, individualInformationSchema } from './schemas/operator-information.ts'
export {
  enabledOperatorMfaSchema,
  operatorMfaStatusSchema,
  revokeOperatorMfaRequestSchema,
  verifiedOperatorMfaSchema,
  verifyOperatorMfaRequestSchema,
} from './schemas/operator-mfa.ts'
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
  payJpRequestSchema,
  paymentMethodSchema,
  paymentStatementListSchema,
  paymentStatementSchema,
  paymentTransactionSchema,
  webPayRequestSchema,
} from './schemas/payment.ts'
export { productListSchema, productSchema, shippingCostSchema } from './schemas/product.ts'
export { rateCardSchema } from './schemas/rate-card.ts'
export { resourceSummarySchema } from './schemas/resource-summary.ts'
export {
  attachRoleRequestSchema,
  createdRoleSchema,
  roleRequestSchema,
  roleSchema,
  roleSummarySchema,
  roleVersionSchema,
} from './schemas/role.ts'
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
  createSoraletRequestSchema,
  soraletSchema,
  soraletVersionSchema,
  testSoraletRequestSchema,
  testSoraletResponseSchema,
} from './schemas/soralet.ts'
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
  createUserPasswordRequestSchema,
  defaultPermissionsRequestSchema,
  defaultPermissionsSchema,
  enabledUserMfaSchema,
  updateUserPasswordRequestSchema,
  userMfaStatusSchema,
  userPasswordStateSchema,
  userPermissionRequestSchema,
  userPermissionSchema,
  userRequestSchema,
  userSchema,
  userTrustPolicyRequestSchema,
  userTrustPolicySchema,
  verifyUserMfaRequestSchema,
} from './schemas/user.ts'
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
