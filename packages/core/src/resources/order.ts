import {
  type KnownProductCode,
  knownProducts,
  type OrderedSubscriber,
  type OrderStatus,
  type Quotation,
  type ShippingAddressRequest,
} from '@soracom-fixtures/api'
import type { SoracomClient } from '@soracom-fixtures/client'
import type { Declaration } from '../declare/declaration.ts'
import { type CreateContext, defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { theOperator } from '../declare/the-operator.ts'
import { withHidden } from '../kit/redacted.ts'
import { eventually } from '../wait/eventually.ts'
import type { Operator } from './operator-handle.ts'
import { type Subscriber, toSubscriberHandle } from './subscriber-handle.ts'

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
  /** As the API told it last; a quotation has none. */
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

const stages: readonly OrderStage[] = ['quoted', 'confirmed', 'shipped', 'registered']

// A zip code, prefecture and city that the command-line client's own test orders with.
const defaultAddress: ShippingAddressRequest = {
  addressLine1: '1-1-1',
  city: '港区',
  countryCode: 'JP',
  fullName: 'Sorao Tamagawa',
  phoneNumber: '0312345678',
  state: '東京都',
  zipCode: '1234567',
}

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
  calls: countCalls,
  check: checkOptions,
  create: createOrder,
  share: {
    toData: (handle) => ({ ...handle }),
    fromData(data: Order, { needs: { operator } }) {
      const subscribers = data.subscribers.map((one) => Object.freeze(withHidden({ ...one }, { operator })))
      return Object.freeze(withHidden({ ...data, subscribers: Object.freeze(subscribers) }, { operator }))
    },
  },
})

/** A place in an order. */
export interface OrderPlace {
  readonly order: Declaration<Order>
  /** 0 unless told. */
  readonly index?: number
}

/**
 * Declares one SIM of an order by its place in it, so that stats can be seeded for it.
 *
 * @example
 * const cards = order({ items: [{ productCode: '4573326590013' }] })
 * const usage = airStats({ subscriber: subscriberOfOrder({ order: cards }), at: '2026-11-01', traffic: { 's1.fast': { upload: mib(1) } } })
 */
export const subscriberOfOrder: ResourceFactory<OrderPlace, Subscriber> = defineResource({
  kind: 'subscriber of order',
  dependsOn: (options: OrderPlace) => ({ order: options.order }),
  calls: () => 0,
  create({ options, needs }) {
    const { index = 0 } = options
    const found = needs.order.subscribers[index]
    if (found) return found
    const count = needs.order.subscribers.length
    throw new Error(`The order has ${count} registered SIMs, so there is none with index ${index}.`)
  },
  share: {
    toData: ({ imsi }) => ({ imsi }),
    fromData({ imsi }: { readonly imsi: string }, { needs }) {
      return needs.order.subscribers.find((one) => one.imsi === imsi) as Subscriber
    },
  },
})

async function createOrder({
  options,
  needs,
  signal,
  phase,
}: CreateContext<OrderOptions, { readonly operator: Declaration<Operator> }>): Promise<Order> {
  const { operator } = needs
  const { operatorId } = operator
  const client = operator.client.withSignal(signal)
  const stage = options.until ?? 'registered'
  phase('creating the shipping address')
  const address = await client.shippingAddresses.create(operatorId, options.shippingAddress ?? defaultAddress)
  phase('asking for a quotation')
  const quotation = await client.orders.createQuotation({
    orderItemList: options.items.map(({ productCode, quantity = 1 }) => ({ productCode, quantity })),
    shippingAddressId: address.shippingAddressId,
  })
  const { orderId } = quotation
  const handle = (orderStatus?: OrderStatus, shipped: OrderedSubscriber[] = [], registered: Subscriber[] = []): Order =>
    toHandle({ quotation, operator, stage, orderStatus, shipped, registered, addressId: address.shippingAddressId })
  if (stage === 'quoted') return handle()
  phase(`confirming order ${orderId}`)
  const confirmed = await client.orders.confirm(orderId)
  if (stage === 'confirmed') return handle(confirmed.orderStatus)
  phase(`shipping order ${orderId}`)
  await client.sandbox.shipOrder({ operatorId, orderId })
  const expected = countSims(options)
  if (stage === 'shipped') return handle('shipped', await listShipped(client, orderId, expected, signal, phase))
  const { shipped, records } = await register(client, orderId, expected, signal, phase)
  const subscribers = records.map((record) => toSubscriberHandle(record, operator))
  return handle('shipped', shipped, subscribers)
}

// Registering and listing need nothing of each other, only the shipment; where the list was late, so was what there was
// to register, and it is done again.
async function register(
  client: SoracomClient,
  orderId: string,
  expected: number,
  signal: AbortSignal,
  phase: (doing: string) => void,
) {
  let late = false
  const [shipped] = await Promise.all([
    listShipped(client, orderId, expected, signal, phase, () => {
      late = true
    }),
    client.orders.registerSubscribers(orderId),
  ])
  if (late) {
    phase(`registering the late SIMs of order ${orderId}`)
    await client.orders.registerSubscribers(orderId)
  }
  phase(`reading the ${shipped.length} SIMs of order ${orderId}`)
  const records = await Promise.all(shipped.map(({ imsi }) => client.subscribers.get(imsi)))
  return { shipped, records }
}

async function listShipped(
  client: SoracomClient,
  orderId: string,
  expected: number,
  signal: AbortSignal,
  phase: (doing: string) => void,
  onLate: () => void = () => {},
): Promise<OrderedSubscriber[]> {
  phase(`waiting for the SIMs of order ${orderId}`)
  return await eventually(() => collect(client.orders.subscribers(orderId)), {
    until(list) {
      const complete = list.length >= expected
      if (!complete) onLate()
      return complete
    },
    what: `the ${expected} SIMs of order ${orderId}`,
    signal,
  })
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const list: Value[] = []
  for await (const value of values) list.push(value)
  return list
}

function toHandle(parts: {
  readonly quotation: Quotation
  readonly operator: Operator
  readonly stage: OrderStage
  readonly orderStatus: OrderStatus | undefined
  readonly shipped: readonly OrderedSubscriber[]
  readonly registered: readonly Subscriber[]
  readonly addressId: string
}): Order {
  const { quotation, operator, stage, orderStatus, shipped, registered, addressId } = parts
  const items = quotation.orderItemList.map(({ product, quantity }) => ({ productCode: product.productCode, quantity }))
  return Object.freeze(
    withHidden(
      {
        orderId: quotation.orderId,
        operatorId: operator.operatorId,
        stage,
        orderStatus,
        items: Object.freeze(items),
        currency: quotation.currency,
        totalAmount: quotation.totalAmount,
        shippingAddressId: addressId,
        subscribers: Object.freeze([...registered]),
        shipped: Object.freeze([...shipped]),
      },
      { operator },
    ),
  )
}

// What is known of a product says how many SIMs a piece holds; one, where nothing is known.
function countSims({ items }: OrderOptions): number {
  const countOf = (code: string) => knownProducts.find((product) => product.productCode === code)?.count ?? 1
  return items.reduce((sum, { productCode, quantity = 1 }) => sum + quantity * countOf(productCode), 0)
}

function countCalls(options: OrderOptions): number {
  const stage = options.until ?? 'registered'
  const calls = 2 + stages.indexOf(stage)
  if (stage === 'quoted' || stage === 'confirmed') return calls
  return calls + 1 + (stage === 'registered' ? countSims(options) : 0)
}

function checkOptions({ items, until }: OrderOptions): string[] {
  const problems: string[] = []
  if (!Array.isArray(items) || items.length === 0) return ['items is empty; an order needs at least one product']
  for (const { productCode, quantity = 1, unlisted } of items) {
    if (!Number.isInteger(quantity) || quantity < 1) {
      problems.push(`quantity of ${productCode} must be a whole number from 1, not ${quantity}`)
    }
    if (unlisted || knownProducts.some((product) => product.productCode === productCode)) continue
    const known = knownProducts.map((product) => product.productCode).join(', ')
    problems.push(
      `product ${JSON.stringify(productCode)} is unknown; known are ${known}. Give the item unlisted: true if your sandbox has it`,
    )
  }
  if (until !== undefined && !stages.includes(until)) {
    problems.push(`until must be one of ${stages.join(', ')}, not ${JSON.stringify(until)}`)
  }
  return problems
}
