import type { Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { rulesOf } from '../planning/rules-of.ts'
import type { Order, OrderOptions } from './order.ts'
import type { Subscriber } from './subscriber-handle.ts'

/** Which SIM of an order is declared. */
export interface SubscriberOfOrderOptions {
  readonly order: Declaration<Order, OrderOptions>
  /** From 0; the first one unless told. */
  readonly index?: number
}

/**
 * Declares one SIM of an order by its place in it, so that stats can be seeded for it.
 *
 * @example
 * const cards = order({ items: [{ productCode: '4573326590013' }] })
 * const usage = airStats({ subscriber: subscriberOfOrder({ order: cards }), at: '2026-11-01', traffic: { 's1.fast': { upload: mib(1) } } })
 */
export const subscriberOfOrder: ResourceFactory<SubscriberOfOrderOptions, Subscriber> = defineResource({
  kind: 'subscriber of order',
  dependsOn: (options: SubscriberOfOrderOptions) => ({ order: options.order }),
  ...rulesOf(({ subscriberOfOrderRules }) => subscriberOfOrderRules),
  create({ options, needs }) {
    const { index = 0 } = options
    const found = needs.order.subscribers[index]
    if (found) return found
    throw new Error(`There is no SIM with index ${index}; the order came with ${needs.order.subscribers.length}.`)
  },
  share: {
    toData: ({ imsi }) => ({ imsi }),
    fromData({ imsi }: { readonly imsi: string }, { needs }) {
      return needs.order.subscribers.find((one) => one.imsi === imsi) as Subscriber
    },
  },
})
