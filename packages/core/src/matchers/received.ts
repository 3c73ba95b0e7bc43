import { describeValue } from '../kit/describe-value.ts'
import type { Coupon } from '../resources/coupon.ts'
import type { Operator } from '../resources/operator-handle.ts'
import type { Subscriber } from '../resources/subscriber-handle.ts'

/** Whether a value is the handle of an operator. */
export function isOperator(value: unknown): value is Operator {
  return has(value, 'operatorId') && has(value, 'bills') && has(value, 'client')
}

/** Whether a value is the handle of a SIM. */
export function isSubscriber(value: unknown): value is Subscriber {
  return has(value, 'imsi') && has(value, 'operator')
}

/** Whether a value is the handle of a coupon. */
export function isCoupon(value: unknown): value is Coupon {
  return has(value, 'couponCode') && has(value, 'operator')
}

/** The error for a matcher that was given what it cannot look at. */
export function wrongReceived(matcher: string, wanted: string, received: unknown): TypeError {
  return new TypeError(`${matcher} looks at ${wanted}; it was given ${describeValue(received)}`)
}

/** The error for a matcher whose expectation is none. */
export function wrongExpected(matcher: string, wanted: string, expected: unknown): TypeError {
  return new TypeError(`${matcher} expects ${wanted}; it was given ${describeValue(expected)}`)
}

function has(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && name in value
}
