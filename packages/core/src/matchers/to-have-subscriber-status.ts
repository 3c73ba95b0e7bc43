import { type SubscriberStatus, subscriberStatuses } from '@soracom-fixtures/api'
import { lookUntil } from './look-until.ts'
import type { MatcherContext, MatcherOptions, MatcherResult } from './matcher.ts'
import { isSubscriber, wrongExpected, wrongReceived } from './received.ts'

/** Looks whether a SIM is in a status now. */
export async function toHaveSubscriberStatus(
  received: unknown,
  expected: SubscriberStatus,
  context: MatcherContext & MatcherOptions,
): Promise<MatcherResult> {
  if (!isSubscriber(received)) throw wrongReceived('toHaveSubscriberStatus', 'the handle of a SIM', received)
  if (!subscriberStatuses.includes(expected)) {
    throw wrongExpected('toHaveSubscriberStatus', `one of ${subscriberStatuses.join(', ')}`, expected)
  }
  const { imsi, operator } = received
  const look = async () => (await operator.client.subscribers.get(imsi)).status
  const looked = await lookUntil(look, (status) => status === expected, { ...context, endpoint: operator.endpoint })
  const { pass, state, looks, waitedMs } = looked
  const wish = `expected SIM ${imsi} ${context.isNot ? 'not ' : ''}to be ${expected}`
  return { pass, message: () => `${wish}; it is ${state}. Looked ${looks} times in ${waitedMs} ms.` }
}
