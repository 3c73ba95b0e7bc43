import { auditLogOperations } from './audit-logs.ts'
import { authOperations } from './auth.ts'
import { billOperations } from './bills.ts'
import { couponOrderOperations } from './coupon-orders.ts'
import { couponOperations } from './coupons.ts'
import { credentialOperations } from './credentials.ts'
import { dataEntryOperations } from './data-entries.ts'
import { deviceTraceOperations } from './device-traces.ts'
import { emailOperations } from './emails.ts'
import { eventHandlerOperations } from './event-handlers.ts'
import { exportedFileOperations } from './exported-files.ts'
import { groupOperations } from './groups.ts'
import { logOperations } from './logs.ts'
import type { Operation } from './operation.ts'
import { operatorContractOperations } from './operator-contracts.ts'
import { operatorInformationOperations } from './operator-information.ts'
import { operatorMfaOperations } from './operator-mfa.ts'
import { operatorOperations } from './operators.ts'
import { orderOperations } from './orders.ts'
import { passwordResetOperations } from './password-reset.ts'
import { paymentStatementOperations } from './payment-statements.ts'
import { paymentOperations } from './payments.ts'
import { productOperations } from './products.ts'
import { queryOperations } from './query.ts'
import { resourceSummaryOperations } from './resource-summaries.ts'
import { roleOperations } from './roles.ts'
import { sandboxOperatorOperations } from './sandbox-operators.ts'
import { sandboxSubscriberOperations } from './sandbox-subscribers.ts'
import { shippingAddressOperations } from './shipping-addresses.ts'
import { simHistoryOperations } from './sim-history.ts'
import { simOperations } from './sims.ts'
import { smsOperations } from './sms.ts'
import { soraletOperations } from './soralets.ts'
import { statsOperations } from './stats.ts'
import { statsExportOperations } from './stats-exports.ts'
import { subscriberOperations } from './subscribers.ts'
import { switchUserOperations } from './switch-user.ts'
import { trafficRankingOperations } from './traffic-ranking.ts'
import { transferTokenOperations } from './transfer-tokens.ts'
import { userAuthKeyOperations } from './user-auth-keys.ts'
import { userMfaOperations } from './user-mfa.ts'
import { userPasswordOperations } from './user-passwords.ts'
import { userPermissionOperations } from './user-permissions.ts'
import { userRoleOperations } from './user-roles.ts'
import { userTrustPolicyOperations } from './user-trust-policies.ts'
import { userOperations } from './users.ts'
import { virtualSimOperations } from './virtual-sims.ts'
import { volumeDiscountOperations } from './volume-discounts.ts'

/** Every operation that the emulator does. */
export const allOperations: readonly Operation[] = [
  ...sandboxOperatorOperations,
  ...sandboxSubscriberOperations,
  ...authOperations,
  ...switchUserOperations,
  ...operatorOperations,
  ...userOperations,
  ...userAuthKeyOperations,
  ...userPasswordOperations,
  ...userPermissionOperations,
  ...userTrustPolicyOperations,
  ...userMfaOperations,
  ...userRoleOperations,
  ...roleOperations,
  ...shippingAddressOperations,
  ...paymentOperations,
  ...productOperations,
  ...orderOperations,
  ...couponOperations,
  ...subscriberOperations,
  ...simOperations,
  ...queryOperations,
  ...groupOperations,
  ...statsOperations,
  ...billOperations,
  ...passwordResetOperations,
  ...emailOperations,
  ...operatorInformationOperations,
  ...operatorContractOperations,
  ...operatorMfaOperations,
  ...auditLogOperations,
  ...logOperations,
  ...resourceSummaryOperations,
  ...credentialOperations,
  ...eventHandlerOperations,
  ...soraletOperations,
  ...dataEntryOperations,
  ...couponOrderOperations,
  ...deviceTraceOperations,
  ...exportedFileOperations,
  ...paymentStatementOperations,
  ...simHistoryOperations,
  ...smsOperations,
  ...statsExportOperations,
  ...trafficRankingOperations,
  ...transferTokenOperations,
  ...virtualSimOperations,
  ...volumeDiscountOperations,
]
