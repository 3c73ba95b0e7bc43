import {
  type KnownProductCode,
  knownProducts,
  type OrderedSubscriber,
  type OrderStatus,
  type Product,
  type Quotation,
  type ShippingAddressRequest,
  type SubscriberRecord,
} from '@soracom-fixtures/api'
import type { SoracomClient } from '@soracom-fixtures/client'
import type { Declaration } from '../declare/declaration.ts'
import { type CreateContext, defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { theOperator } from '../declare/the-operator.ts'
import { withHidden } from '../kit/redacted.ts'
import { eventually } from '../wait/eventually.ts'
import { ifThere, isNotFound, once } from './once.ts'
import type { Operator } from './operator-handle.ts'
import { checkAddress, createAddress, defaultAddress } from './shipping-address.ts'
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

// SIMs that the API lists at once.
const simsOfPage = 100

const stages: readonly OrderStage[] = ['quoted', 'confirmed', 'shipped', 'registered']

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

type Context = CreateContext<OrderOptions, { readonly operator: Declaration<Operator> }>

async function createOrder(context: Context): Promise<Order> {
  const { options, needs, signal, phase } = context
  const { operator } = needs
  const client = operator.client.withSignal(signal)
  const stage = options.until ?? 'registered'
  const address = options.shippingAddress ?? defaultAddress
  const { shippingAddressId } = await createAddress(context, client, operator.operatorId, address)
  // The client repeats it when its answer is lost: nothing is ordered by a quotation.
  phase('asking for a quotation')
  const quotation = await client.orders.createQuotation({
    orderItemList: options.items.map(({ productCode, quantity = 1 }) => ({ productCode, quantity })),
    shippingAddressId,
  })
  const { orderId } = quotation
  const parts = { quotation, operator, stage, shippingAddressId }
  if (stage === 'quoted') return toHandle(parts)
  const { orderStatus } = await once(context, `confirming order ${orderId}`, {
    act: () => client.orders.confirm(orderId),
    // The list has confirmed orders only.
    look: async () => (await client.orders.list()).orderList.find((one) => one.orderId === orderId),
  })
  if (stage === 'confirmed') return toHandle({ ...parts, orderStatus })
  await ship(context, client, orderId)
  if (stage === 'shipped') {
    const shipped = await listSims(context, client, quotation)
    return toHandle({ ...parts, orderStatus: 'shipped', shipped })
  }
  // Listing and registering need nothing of each other, only the shipment.
  const [shipped] = await Promise.all([listSims(context, client, quotation), registerSims(context, client, orderId)])
  const subscribers = await readSims(context, client, orderId, shipped)
  return toHandle({ ...parts, orderStatus: 'shipped', shipped, subscribers })
}

async function ship(context: Context, client: SoracomClient, orderId: string): Promise<void> {
  const { operatorId } = context.needs.operator
  await once(context, `shipping order ${orderId}`, {
    act: () => client.sandbox.shipOrder({ operatorId, orderId }).then(() => true),
    look: async () => shippedStatuses.includes((await client.orders.get(orderId)).orderStatus) || undefined,
  })
}

// Waits until the SIMs of an order are all there.
async function listSims(
  { signal, phase }: Context,
  client: SoracomClient,
  quotation: Quotation,
): Promise<OrderedSubscriber[]> {
  const { orderId } = quotation
  const expected = quotation.orderItemList.reduce((sum, { product, quantity }) => sum + quantity * simsIn(product), 0)
  phase(`waiting for the SIMs of order ${orderId}`)
  return await eventually(() => collect(client.orders.subscribers(orderId)), {
    until: (list) => list.length >= expected,
    what: `the ${expected} SIMs of order ${orderId}`,
    signal,
  })
}

const shippedStatuses: readonly OrderStatus[] = ['shipped', 'receiving', 'received']

function simsIn({ productType, count }: Product): number {
  return productType === 'sim' ? count : 0
}

// Registers all SIMs of an order that are there.
async function registerSims(context: Context, client: SoracomClient, orderId: string): Promise<void> {
  await once(context, `registering the SIMs of order ${orderId}`, {
    act: () => client.orders.registerSubscribers(orderId).then(() => true),
    async look() {
      const sims = await collect(client.orders.subscribers(orderId))
      const found = await Promise.all(sims.map(({ imsi }) => ifThere(client.subscribers.get(imsi))))
      return (found.length > 0 && found.every((record) => record !== undefined)) || undefined
    },
  })
}

// Reads each SIM. One that is not there yet was late for the registration, which is done again.
async function readSims(
  context: Context,
  client: SoracomClient,
  orderId: string,
  shipped: readonly OrderedSubscriber[],
): Promise<Subscriber[]> {
  const { needs, signal, phase } = context
  phase(`reading the ${shipped.length} SIMs of order ${orderId}`)
  const found = await Promise.all(shipped.map(({ imsi }) => ifThere(client.subscribers.get(imsi))))
  if (found.includes(undefined)) await registerSims(context, client, orderId)
  const read = async (record: SubscriberRecord | undefined, index: number): Promise<SubscriberRecord> => {
    if (record) return record
    const { imsi } = shipped[index] as OrderedSubscriber
    return await eventually(() => client.subscribers.get(imsi), {
      until: () => true,
      pendingOn: isNotFound,
      what: `SIM ${imsi} of order ${orderId} to be registered`,
      signal,
    })
  }
  return (await Promise.all(found.map(read))).map((record) => toSubscriberHandle(record, needs.operator))
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
  readonly shippingAddressId: string
  readonly orderStatus?: OrderStatus
  readonly shipped?: readonly OrderedSubscriber[]
  readonly subscribers?: readonly Subscriber[]
}): Order {
  const { quotation, operator, stage, shippingAddressId, orderStatus, shipped = [], subscribers = [] } = parts
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
        shippingAddressId,
        subscribers: Object.freeze([...subscribers]),
        shipped: Object.freeze([...shipped]),
      },
      { operator },
    ),
  )
}

/** SIMs of an order before it is asked for: what is known of a product says how many a piece holds; one, else. */
export function countSims({ items }: Pick<OrderOptions, 'items'>): number {
  const countOf = (code: string) => knownProducts.find((product) => product.productCode === code)?.count ?? 1
  return items.reduce((sum, { productCode, quantity = 1 }) => sum + quantity * countOf(productCode), 0)
}

function countCalls(options: OrderOptions): number {
  const stage = options.until ?? 'registered'
  const calls = 2 + stages.indexOf(stage)
  if (stage === 'quoted' || stage === 'confirmed') return calls
  const sims = countSims(options)
  return calls + Math.max(1, Math.ceil(sims / simsOfPage)) + (stage === 'registered' ? sims : 0)
}

function checkOptions({ items, until, shippingAddress }: OrderOptions): string[] {
  if (!Array.isArray(items) || items.length === 0) return ['items is empty; an order needs at least one product']
  const problems = shippingAddress ? checkAddress(shippingAddress) : []
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
