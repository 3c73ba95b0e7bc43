import type { KnownProductCode, OrderedSubscriber, OrderStatus, ShippingAddressRequest } from '@soracom-fixtures/api'
import type { Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { theOperator } from '../declare/the-operator.ts'
import { withHidden } from '../kit/redacted.ts'
import { rulesOf } from '../planning/rules-of.ts'
import type { Operator } from './operator-handle.ts'
import type { Subscriber } from './subscriber-handle.ts'

/** How far an order goes. Each stage includes those before it. */
export type OrderStage = 'quoted' | 'confirmed' | 'shipped' | 'registered'

/** A product and how many pieces of it. */
export interface OrderedItem {
  readonly productCode: KnownProductCode | (string & {})
  /** Pieces; 1 unless told. */
  readonly quantity?: number
  /** Says that the code is meant although it is none of the few that are known of the sandbox's catalogue. */
  readonly unlisted?: boolean
}

/** What an order is declared with. */
export interface OrderOptions {
  /** Whose it is; the set's only operator unless told. */
  readonly operator?: Declaration<Operator>
  readonly items: readonly OrderedItem[]
  /** A valid address in Tokyo unless told. */
  readonly shippingAddress?: ShippingAddressRequest
  /** `registered` unless told: its SIMs belong to the operator. */
  readonly until?: OrderStage
}

/** An order that exists. */
export interface Order {
  readonly orderId: string
  readonly operatorId: string
  readonly stage: OrderStage
  /** As the API told it after its confirmation; `shipped` from its shipment on. A quotation has none. */
  readonly orderStatus: OrderStatus | undefined
  readonly items: readonly { readonly productCode: string; readonly quantity: number }[]
  readonly currency: string
  readonly totalAmount: number
  readonly shippingAddressId: string
  /** Its SIMs once it is registered; before that, none. */
  readonly subscribers: readonly Subscriber[]
  /** What it was shipped with; there from `shipped` on, also when its SIMs are not registered. */
  readonly shipped: readonly OrderedSubscriber[]
  /** The operator that it belongs to, with its client. Not printed. */
  readonly operator: Operator
}

/** A declared order. */
export type OrderDeclaration = Declaration<Order, OrderOptions, never>

/**
 * Declares an order of SIM cards: quoted, confirmed, shipped by the sandbox and registered. Its SIMs are handles like
 * any other.
 *
 * @example
 * const cards = order({ items: [{ productCode: '4573326590013', quantity: 3 }] })
 * const fx = useFixtures({ cards })
 * test('three SIMs came', () => {
 *   expect(fx.cards.subscribers).toHaveLength(3)
 * })
 */
export const order: ResourceFactory<OrderOptions, Order> = defineResource({
  kind: 'order',
  dependsOn: (options: OrderOptions) => ({ operator: options.operator ?? theOperator }),
  ...rulesOf(({ orderRules }) => orderRules),
  create: async (context) => await (await import('./create-order.ts')).createOrder(context),
  share: {
    toData: (handle) => ({ ...handle }),
    fromData(data: Order, { needs: { operator } }) {
      const subscribers = data.subscribers.map((one) => Object.freeze(withHidden({ ...one }, { operator })))
      return Object.freeze(withHidden({ ...data, subscribers: Object.freeze(subscribers) }, { operator }))
    },
  },
})
