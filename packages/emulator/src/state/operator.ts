import type {
  CoverageType,
  OrderStatus,
  PayerInformation,
  ResourceInitialSetting,
  ShippingAddressRequest,
  ShippingArea,
} from '@soracom-fixtures/api'
import type { BilledSim } from '../rules/billing/bill-input.ts'
import { type AccountState, createAccount } from './account.ts'
import type { CouponOrderState, DiscountState } from './contracts.ts'
import type { ExportState } from './exports.ts'
import type { RoleState } from './role.ts'
import { createSortedKeys, type SortedKeys } from './sorted-keys.ts'
import type { Tags } from './tags.ts'
import type { UserState } from './user.ts'

/** An auth key of an operator or of a SAM user. */
export interface AuthKeyState {
  readonly authKeyId: string
  readonly authKey: string
  readonly createdMs: number
  lastUsedMs: number | null
}

/** An address that orders are shipped to. */
export interface ShippingAddressState {
  readonly shippingAddressId: string
  address: ShippingAddressRequest
  shippingArea: ShippingArea
}

/** A quotation, and the order that it becomes when it is confirmed. */
export interface OrderState {
  readonly orderId: string
  readonly items: readonly { readonly productCode: string; readonly quantity: number }[]
  readonly shippingAddressId: string
  readonly address: ShippingAddressState
  readonly preferredDeliveryDate: string | undefined
  readonly quotedMs: number
  /** `undefined` while it is a quotation. */
  status: OrderStatus | undefined
  orderedMs: number | null
  shippedMs: number | null
  /** When its SIMs were registered, all at once. */
  registeredMs: number | null
  /** What its SIMs are set to then. */
  initialSetting: ResourceInitialSetting | null
  /** The SIMs that came with it, in order of IMSI. */
  readonly imsis: SortedKeys
}

/** A group of SIMs. */
export interface GroupState {
  readonly groupId: string
  readonly createdMs: number
  modifiedMs: number
  tags: Tags
  readonly configuration: Map<string, Map<string, unknown>>
  /** IMSIs, in order. */
  readonly members: SortedKeys
}

/** An operator with everything that it has. */
export interface OperatorState {
  readonly operatorId: string
  readonly email: string
  password: string
  readonly createdMs: number
  updatedMs: number
  readonly coverageTypes: Set<CoverageType>
  hasPaymentMethod: boolean
  readonly tokens: Set<string>
  readonly authKeys: Map<string, AuthKeyState>
  /** SAM users by name. */
  readonly users: Map<string, UserState>
  readonly roles: Map<string, RoleState>
  /** What all SAM users may do: JSON text, as it was set. */
  defaultPermissions: string | null
  readonly shippingAddresses: Map<string, ShippingAddressState>
  readonly orders: Map<string, OrderState>
  readonly groups: Map<string, GroupState>
  readonly groupIds: SortedKeys
  /** IMSIs of its registered SIMs, in order. */
  readonly imsis: SortedKeys
  /** IMSIs of SIMs that it made or ordered and that may not be registered. */
  readonly madeImsis: string[]
  /** Codes of its registered coupons. */
  readonly couponCodes: Set<string>
  /** Codes of coupons that it made and that may not be registered. */
  readonly madeCouponCodes: Set<string>
  /** Coupons that it bought or may buy, by the order's ID. */
  readonly couponOrders: Map<string, CouponOrderState>
  /** Long-term discounts that it contracted or may contract, by the order's ID. */
  readonly discounts: Map<string, DiscountState>
  payer: PayerInformation | null
  /** IDs of its payments, by the month or the order that they are for. */
  readonly paymentIds: Map<string, { readonly statementId: string; readonly transactionId: string }>
  /** What it exported, by the export's ID. */
  readonly exports: Map<string, ExportState>
  /** Tokens of transfers that it began, or that are meant for it. */
  readonly transferTokens: Set<string>
  /** SIMs that it gave to others, as far as its bills have them. */
  readonly formerSims: BilledSim[]
  readonly account: AccountState
}

/** An operator that has nothing yet. */
export function createOperator(
  made: Pick<OperatorState, 'operatorId' | 'email' | 'password' | 'createdMs' | 'hasPaymentMethod'>,
  coverageTypes: Iterable<CoverageType>,
): OperatorState {
  return {
    ...made,
    updatedMs: made.createdMs,
    coverageTypes: new Set(coverageTypes),
    tokens: new Set(),
    authKeys: new Map(),
    users: new Map(),
    roles: new Map(),
    defaultPermissions: null,
    shippingAddresses: new Map(),
    orders: new Map(),
    groups: new Map(),
    groupIds: createSortedKeys(),
    imsis: createSortedKeys(),
    madeImsis: [],
    couponCodes: new Set(),
    madeCouponCodes: new Set(),
    couponOrders: new Map(),
    discounts: new Map(),
    payer: null,
    paymentIds: new Map(),
    exports: new Map(),
    transferTokens: new Set(),
    formerSims: [],
    account: createAccount(),
  }
}
