import { type CouponBillItem, couponBillItems } from '@soracom-fixtures/api'
import type { CheckContext, Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { theOperator } from '../declare/the-operator.ts'
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
  calls: (options) => ((options.register ?? true) ? 2 : 1),
  check: checkOptions,
  create: async (context) => await (await import('./create-coupon.ts')).createCoupon(context),
  share: shareHiding<Coupon, 'operator'>('operator'),
})

// The largest amount that the API's 32 bits hold.
const largestAmount = 2 ** 31 - 1

function checkOptions({ amount, billItem, expires }: CouponOptions, { nowMs }: CheckContext): string[] {
  const problems: string[] = []
  if (!Number.isInteger(amount) || amount < 1 || amount > largestAmount) {
    problems.push(`amount must be a whole number from 1 to ${largestAmount}, not ${amount}`)
  }
  if (billItem !== undefined && !couponBillItems.includes(billItem)) {
    problems.push(`bill item ${JSON.stringify(billItem)} is unknown; there are ${couponBillItems.join(', ')}`)
  }
  if (expires !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(expires)) {
    problems.push(`expires must be a month such as "2027-03", not ${JSON.stringify(expires)}`)
  } else if (expires !== undefined && expires < new Date(nowMs).toISOString().slice(0, 7)) {
    problems.push(`expires is ${expires}, which is over; the coupon would have expired already`)
  }
  return problems
}
