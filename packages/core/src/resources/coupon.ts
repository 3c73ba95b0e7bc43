import type { CouponBillItem } from '@soracom-fixtures/api'
import type { Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { theOperator } from '../declare/the-operator.ts'
import { rulesOf } from '../planning/rules-of.ts'
import type { Operator } from './operator-handle.ts'
import { shareHiding } from './share-hiding.ts'

/** What a coupon is declared with. */
export interface CouponOptions {
  /** Whose it is; the set's only operator unless told. */
  readonly operator?: Declaration<Operator>
  /** In the currency of the operator's bill; a whole number, since the API takes no other. */
  readonly amount: number
  /** The bill item that it pays for; `dailyChargeTotal` unless told. */
  readonly billItem?: CouponBillItem
  /** The last month that it counts in, as `yyyy-MM`; December of next year unless told. */
  readonly expires?: string
  /** Whether the operator registers it; a coupon that nobody registered belongs to nobody. True unless told. */
  readonly register?: boolean
}

/** A coupon that exists. */
export interface Coupon {
  readonly couponCode: string
  readonly amount: number
  /** What is left of it. It is used up when a month closes. */
  readonly balance: number
  readonly billItem: string
  /** `yyyy-MM`. */
  readonly expires: string
  readonly registered: boolean
  /** The operator that it belongs to, with its client. Not printed. */
  readonly operator: Operator
}

/** A declared coupon. */
export type CouponDeclaration = Declaration<Coupon, CouponOptions, never>

/**
 * Declares a coupon, made by the sandbox and registered to its operator.
 *
 * @example
 * const welcome = coupon({ amount: 500, billItem: 'dailyDataTrafficChargeTotal', expires: '2027-03' })
 * const fx = useFixtures({ welcome })
 * test('it is unused', () => {
 *   expect(fx.welcome.balance).toBe(500)
 * })
 */
export const coupon: ResourceFactory<CouponOptions, Coupon> = defineResource({
  kind: 'coupon',
  dependsOn: (options: CouponOptions) => ({ operator: options.operator ?? theOperator }),
  ...rulesOf(({ couponRules }) => couponRules),
  create: async (context) => await (await import('./create-coupon.ts')).createCoupon(context),
  share: shareHiding<Coupon, 'operator'>('operator'),
})
