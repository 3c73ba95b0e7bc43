import { authOperations } from './auth.ts'
import { billOperations } from './bills.ts'
import { couponOperations } from './coupons.ts'
import { groupOperations } from './groups.ts'
import type { Operation } from './operation.ts'
import { operatorOperations } from './operators.ts'
import { orderOperations } from './orders.ts'
import { paymentOperations } from './payments.ts'
import { productOperations } from './products.ts'
import { queryOperations } from './query.ts'
import { roleOperations } from './roles.ts'
import { sandboxOperatorOperations } from './sandbox-operators.ts'
import { sandboxSubscriberOperations } from './sandbox-subscribers.ts'
import { shippingAddressOperations } from './shipping-addresses.ts'
import { simOperations } from './sims.ts'
import { statsOperations } from './stats.ts'
import { subscriberOperations } from './subscribers.ts'
import { switchUserOperations } from './switch-user.ts'
import { userAuthKeyOperations } from './user-auth-keys.ts'
import { userMfaOperations } from './user-mfa.ts'
import { userPasswordOperations } from './user-passwords.ts'
import { userPermissionOperations } from './user-permissions.ts'
import { userRoleOperations } from './user-roles.ts'
import { userTrustPolicyOperations } from './user-trust-policies.ts'
import { userOperations } from './users.ts'

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
]
