import { authOperations } from './auth.ts'
import { billOperations } from './bills.ts'
import { couponOrderOperations } from './coupon-orders.ts'
import { couponOperations } from './coupons.ts'
import { deviceTraceOperations } from './device-traces.ts'
import { exportedFileOperations } from './exported-files.ts'
import { groupOperations } from './groups.ts'
import type { Operation } from './operation.ts'
import { operatorOperations } from './operators.ts'
import { orderOperations } from './orders.ts'
import { paymentStatementOperations } from './payment-statements.ts'
import { paymentOperations } from './payments.ts'
import { productOperations } from './products.ts'
import { queryOperations } from './query.ts'
import { sandboxOperatorOperations } from './sandbox-operators.ts'
import { sandboxSubscriberOperations } from './sandbox-subscribers.ts'
import { shippingAddressOperations } from './shipping-addresses.ts'
import { simHistoryOperations } from './sim-history.ts'
import { simOperations } from './sims.ts'
import { smsOperations } from './sms.ts'
import { statsOperations } from './stats.ts'
import { statsExportOperations } from './stats-exports.ts'
import { subscriberOperations } from './subscribers.ts'
import { trafficRankingOperations } from './traffic-ranking.ts'
import { transferTokenOperations } from './transfer-tokens.ts'
import { virtualSimOperations } from './virtual-sims.ts'
import { volumeDiscountOperations } from './volume-discounts.ts'

/** Every operation that the emulator does. */
export const allOperations: readonly Operation[] = [
  ...sandboxOperatorOperations,
  ...sandboxSubscriberOperations,
  ...authOperations,
  ...operatorOperations,
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
