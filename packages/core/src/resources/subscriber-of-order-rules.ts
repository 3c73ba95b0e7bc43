import type { Rules } from '../planning/rules.ts'
import { countSims } from './order-rules.ts'
import type { SubscriberOfOrderOptions } from './subscriber-of-order.ts'

/** How a SIM of an order is planned: it is found in what the order came with. */
export const subscriberOfOrderRules: Rules<SubscriberOfOrderOptions> = {
  calls: () => 0,
  check: checkOptions,
}

function checkOptions({ order, index = 0 }: SubscriberOfOrderOptions): string[] {
  if (!order?.options) return ['order is missing; give the declaration of an order']
  const problems: string[] = []
  const { until = 'registered', items } = order.options
  if (until !== 'registered') {
    problems.push(`its order goes no further than ${JSON.stringify(until)}; SIMs are there when it is registered`)
  }
  if (!Number.isInteger(index) || index < 0) {
    problems.push(`index must be a whole number from 0, not ${index}`)
  } else if (items.every(({ unlisted }) => !unlisted) && index >= countSims(order.options)) {
    problems.push(`there is no SIM with index ${index}; the order has ${countSims(order.options)}`)
  }
  return problems
}
