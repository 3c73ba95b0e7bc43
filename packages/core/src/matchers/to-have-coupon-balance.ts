import { lookUntil } from './look-until.ts'
import { isSame, type MatcherContext, type MatcherOptions, type MatcherResult } from './matcher.ts'
import { isCoupon, wrongExpected, wrongReceived } from './received.ts'
import { toMessage } from './to-message.ts'

/** Looks whether a registered coupon has a balance. It is used up when a month closes, not day by day. */
export async function toHaveCouponBalance(
  received: unknown,
  expected: number,
  context: MatcherContext & MatcherOptions,
): Promise<MatcherResult> {
  if (!isCoupon(received)) throw wrongReceived('toHaveCouponBalance', 'the handle of a coupon', received)
  if (!Number.isFinite(expected)) throw wrongExpected('toHaveCouponBalance', 'an amount', expected)
  const { couponCode, billItem, expires, operator } = received
  const look = async () => {
    const { couponList } = await operator.client.coupons.list()
    const found = couponList.find((one) => one.couponCode === couponCode)?.balance
    return [{ item: billItem || 'every item', when: `until ${expires}`, expected, found }]
  }
  const looked = await lookUntil(look, (rows) => rows.every(isSame), { ...context, endpoint: operator.endpoint })
  const headline = `expected coupon ${couponCode} ${context.isNot ? 'not ' : ''}to have a balance of ${expected}`
  return { pass: looked.pass, message: () => toMessage(headline, looked.state, looked) }
}
