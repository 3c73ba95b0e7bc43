export { type BeamProtocol, beamProtocols } from './beam-protocols.ts'
export { type CouponBillItem, couponBillItems } from './bill-items.ts'
export { type ContractName, contractNames } from './contract-names.ts'
export { type CoverageType, coverageTypes } from './coverage-types.ts'
export { type CredentialType, credentialTypes, requestedCredentialTypes } from './credential-types.ts'
export type { Currency } from './currencies.ts'
export { type DataResourceType, dataResourceTypes } from './data-resource-types.ts'
export { type ErrorCode, errorCodes, type KnownErrorCode } from './error-codes.ts'
export { type ErrorNoun, errorNouns } from './error-nouns.ts'
export {
  type EventActionType,
  type EventDate,
  type EventRule,
  type EventRuleType,
  eventActions,
  eventDates,
  eventRules,
} from './event-rules.ts'
export { type ExpiryAction, expiryActions } from './expiry-actions.ts'
export { type GroupNamespace, groupNamespaces } from './group-namespaces.ts'
export { basePath, productionHosts, sandboxEndpoint, sandboxHosts } from './hosts.ts'
export { type LogResourceType, type LogService, logResourceTypes, logServices } from './log-sources.ts'
export { type ApiOperation, apiOperations } from './operations.ts'
export { type OrderStatus, orderStatuses } from './order-statuses.ts'
export {
  type Bundle,
  type BundleOf,
  bundles,
  type PlanRules,
  plans,
  type SpeedClassOf,
  type StatusOf,
  type Subscription,
  subscriptions,
} from './plans.ts'
export { type KnownProduct, type KnownProductCode, knownProducts } from './products.ts'
export { type RoleOwner, roleOwners } from './role-owners.ts'
export type { ApiAuditLogEntry } from './schemas/audit-log.ts'
export type {
  AuthRequest,
  AuthResponse,
  GenerateTokenRequest,
  GenerateTokenResponse,
  IssuePasswordResetTokenRequest,
  SwitchUserRequest,
  VerifyPasswordResetTokenRequest,
} from './schemas/auth.ts'
export type {
  BillHistory,
  BillItemSummary,
  BillSimSummary,
  DailyBill,
  DailyBillList,
  LatestBill,
  MonthlyBill,
} from './schemas/bill.ts'
export type { ApiErrorBody, TagSet, TagUpdateRequest } from './schemas/common.ts'
export type {
  CouponList,
  CouponQuotation,
  CouponQuotationRequest,
  CouponRecord,
  CreateCouponRequest,
} from './schemas/coupon.ts'
export type { CredentialRecord, CredentialRequest } from './schemas/credential.ts'
export type { DataEntry } from './schemas/data-entry.ts'
export type { EmailRecord, IssueAddEmailTokenRequest, VerifyAddEmailTokenRequest } from './schemas/email.ts'
export type {
  EventActionConfig,
  EventHandlerRecord,
  EventHandlerRequest,
  EventRuleConfig,
} from './schemas/event-handler.ts'
export type { ExportedFile, ExportStatsRequest, FileExport } from './schemas/exported-file.ts'
export type { CreateGroupRequest, GroupConfiguration, GroupConfigurationUpdate, GroupRecord } from './schemas/group.ts'
export type { LogEntry } from './schemas/log.ts'
export type {
  AuthKeyResponse,
  CreateOperatorRequest,
  GeneratedAuthKey,
  InitRequest,
  OperatorResponse,
  SignupTokenRequest,
  SignupTokenResponse,
  VerifyOperatorRequest,
} from './schemas/operator.ts'
export type {
  HarvestContractDetail,
  OperatorContract,
  OperatorContractRequest,
  SupportContractDetail,
} from './schemas/operator-contract.ts'
export type { CompanyInformation, IndividualInformation } from './schemas/operator-information.ts'
export type {
  EnabledOperatorMfa,
  OperatorMfaStatus,
  RevokeOperatorMfaRequest,
  VerifiedOperatorMfa,
  VerifyOperatorMfaRequest,
} from './schemas/operator-mfa.ts'
export type {
  EstimatedOrderItem,
  Order,
  OrderedSubscriber,
  OrderedSubscriberList,
  OrderItem,
  OrderList,
  PaymentStatus,
  Quotation,
  QuotationRequest,
  ResourceInitialSetting,
  ShipOrderRequest,
} from './schemas/order.ts'
export type {
  PayerInformation,
  PayJpRequest,
  PaymentMethod,
  PaymentStatement,
  PaymentStatementList,
  PaymentTransaction,
  WebPayRequest,
} from './schemas/payment.ts'
export type { Product, ProductList, ShippingCost } from './schemas/product.ts'
export type { ResourceSummary } from './schemas/resource-summary.ts'
export type {
  AttachRoleRequest,
  CreatedRole,
  RoleRecord,
  RoleRequest,
  RoleSummary,
  RoleVersion,
} from './schemas/role.ts'
export type {
  ShippingAddressList,
  ShippingAddressRequest,
  ShippingAddressResponse,
} from './schemas/shipping-address.ts'
export type { CreateSimRequest, Sim, SimProfile, SimStatusHistoryEntry } from './schemas/sim.ts'
export type { SendSmsRequest, SmsReport } from './schemas/sms.ts'
export type {
  CreateSoraletRequest,
  SoraletRecord,
  SoraletVersion,
  TestSoraletRequest,
  TestSoraletResponse,
} from './schemas/soralet.ts'
export type {
  AirAggregatedStatsRow,
  AirStatsRow,
  BeamStatsRow,
  DataTrafficStats,
  InsertAirStatsRequest,
  InsertBeamStatsRequest,
  TrafficRank,
} from './schemas/stats.ts'
export type {
  CreatedSubscriber,
  CreateSubscriberRequest,
  ExpiryTimeRequest,
  RegisterSubscriberRequest,
  SessionStatus,
  SetGroupRequest,
  SubscriberRecord,
  UpdateSpeedClassRequest,
} from './schemas/subscriber.ts'
export type { IssueTransferTokenRequest, TransferredSims, TransferToken } from './schemas/transfer-token.ts'
export type {
  CreateUserPasswordRequest,
  DefaultPermissions,
  DefaultPermissionsRequest,
  EnabledUserMfa,
  UpdateUserPasswordRequest,
  UserMfaStatus,
  UserPasswordState,
  UserPermission,
  UserPermissionRequest,
  UserRecord,
  UserRequest,
  UserTrustPolicy,
  UserTrustPolicyRequest,
  VerifyUserMfaRequest,
} from './schemas/user.ts'
export type {
  AvailableDiscount,
  AvailableDiscountList,
  VolumeDiscount,
  VolumeDiscountList,
  VolumeDiscountPaymentType,
  VolumeDiscountQuotation,
  VolumeDiscountRequest,
  VolumeDiscountType,
} from './schemas/volume-discount.ts'
export { type ShippingArea, shippingAreas } from './shipping-areas.ts'
export { type SpeedClass, speedClasses } from './speed-classes.ts'
export { type StatsPeriod, statsPeriods } from './stats-periods.ts'
export { type SubscriberStatus, subscriberStatuses } from './subscriber-statuses.ts'
