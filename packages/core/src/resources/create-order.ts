import type { OrderedSubscriber, OrderStatus, Product, Quotation, SubscriberRecord } from '@soracom-fixtures/api'
import type { SoracomClient } from '@soracom-fixtures/client'
import type { Declaration } from '../declare/declaration.ts'
import type { CreateContext } from '../declare/define-resource.ts'
import { withHidden } from '../kit/redacted.ts'
import { eventually } from '../wait/eventually.ts'
import { createAddress, defaultAddress } from './create-address.ts'
import { ifThere, isNotFound, once } from './once.ts'
import type { Operator } from './operator-handle.ts'
import type { Order, OrderOptions, OrderStage } from './order.ts'
import { type Subscriber, toSubscriberHandle } from './subscriber-handle.ts'

type Context = CreateContext<OrderOptions, { readonly operator: Declaration<Operator> }>

/** Makes an order and brings it to its stage. */
export async function createOrder(context: Context): Promise<Order> {
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
