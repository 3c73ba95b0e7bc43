import type { CouponRecord } from '@soracom-fixtures/api'
import type { Declaration } from '../declare/declaration.ts'
import type { CreateContext } from '../declare/define-resource.ts'
import { withHidden } from '../kit/redacted.ts'
import type { Coupon, CouponOptions } from './coupon.ts'
import { once } from './once.ts'
import type { Operator } from './operator-handle.ts'

/** Makes a coupon and registers it. */
export async function createCoupon(
  context: CreateContext<CouponOptions, { readonly operator: Declaration<Operator> }>,
): Promise<Coupon> {
  const { options, needs, signal } = context
  const { operator } = needs
  const client = operator.client.withSignal(signal)
  const expires = options.expires ?? `${new Date().getUTCFullYear() + 1}-12`
  // One that nobody registers belongs to nobody, so another may be made when an answer was lost.
  const created = await once(context, 'creating the coupon', {
    act: () =>
      client.sandbox.createCoupon({
        amount: options.amount,
        applicableBillItemName: options.billItem ?? 'dailyChargeTotal',
        expiryYearMonth: expires.replace('-', ''),
      }),
  })
  const { couponCode } = created
  const registered = options.register ?? true
  if (!registered) return toHandle(created, false, operator)
  const record = await once(context, `registering coupon ${couponCode}`, {
    act: () => client.coupons.register(couponCode),
    look: async () => (await client.coupons.list()).couponList.find((one) => one.couponCode === couponCode),
  })
  return toHandle({ ...created, ...record }, true, operator)
}

function toHandle(record: CouponRecord, registered: boolean, operator: Operator): Coupon {
  const { couponCode, amount, balance, billItemName, expiryYearMonth } = record
  const expires = `${expiryYearMonth.slice(0, 4)}-${expiryYearMonth.slice(4)}`
  return Object.freeze(
    withHidden({ couponCode, amount, balance, billItem: billItemName ?? '', expires, registered }, { operator }),
  )
}
