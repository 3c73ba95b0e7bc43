import type {
  Order,
  OrderedSubscriber,
  OrderedSubscriberList,
  OrderList,
  Quotation,
  QuotationRequest,
} from '@soracom-fixtures/api'
import type { Call } from './call.ts'
import { paginate } from './paginate.ts'

/** Orders: quotation, confirmation, and the SIMs that come with them. */
export function orderCalls(call: Call) {
  return {
    /** Lists the confirmed orders of the last 18 months. */
    async list(): Promise<OrderList> {
      return (await call<OrderList>({ operationId: 'listOrders', method: 'GET', path: '/orders', repeat: 'safe' }))
        .value
    },
    /** Asks what an order costs; nothing is ordered before `confirm`. */
    async createQuotation(body: QuotationRequest): Promise<Quotation> {
      return (
        await call<Quotation>({
          operationId: 'createQuotation',
          method: 'POST',
          path: '/orders',
          body,
          repeat: 'safe',
        })
      ).value
    },
    /** Reads an order. */
    async get(orderId: string): Promise<Order> {
      return (
        await call<Order>({
          operationId: 'getOrder',
          method: 'GET',
          path: '/orders/{orderId}',
          params: { orderId },
          repeat: 'safe',
        })
      ).value
    },
    /** Orders what was quoted. Not repeated when its answer is lost. */
    async confirm(orderId: string): Promise<Order> {
      return (
        await call<Order>({
          operationId: 'confirmOrder',
          method: 'PUT',
          path: '/orders/{orderId}/confirm',
          params: { orderId },
          repeat: 'unsafe',
        })
      ).value
    },
    /** Cancels an order that is not on its way yet. */
    async cancel(orderId: string): Promise<void> {
      await call({
        operationId: 'cancelOrder',
        method: 'PUT',
        path: '/orders/{orderId}/cancel',
        params: { orderId },
        repeat: 'unsafe',
        answer: 'none',
      })
    },
    /** Goes through the SIMs that were shipped. */
    subscribers(orderId: string): AsyncIterable<OrderedSubscriber> {
      return paginate<OrderedSubscriberList, OrderedSubscriber>(
        call,
        {
          operationId: 'listOrderedSubscribers',
          method: 'GET',
          path: '/orders/{orderId}/subscribers',
          params: { orderId },
          repeat: 'safe',
        },
        (page) => page.orderedSubscriberList,
      )
    },
    /** Registers all SIMs of a shipped order to the operator. */
    async registerSubscribers(orderId: string): Promise<void> {
      await call({
        operationId: 'registerOrderedSim',
        method: 'POST',
        path: '/orders/{orderId}/subscribers/register',
        params: { orderId },
        repeat: 'safe',
        answer: 'none',
      })
    },
  }
}
