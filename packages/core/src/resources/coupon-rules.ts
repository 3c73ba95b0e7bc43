import { couponBillItems } from '@soracom-fixtures/api'
import type { CheckContext } from '../declare/declaration.ts'
import type { Rules } from '../planning/rules.ts'
import type { CouponOptions } from './coupon.ts'

/** How a coupon is planned. */
export const couponRules: Rules<CouponOptions> = {
  calls: (options) => ((options.register ?? true) ? 2 : 1),
  check: checkOptions,
}

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
