import { knownProducts, subscriptions } from '@soracom-fixtures/api'
import {
  quotationRequestSchema,
  resourceInitialSettingSchema,
  shipOrderRequestSchema,
} from '@soracom-fixtures/api/schemas'
import { monthsBefore } from '../rules/calendar.ts'
import { toDelay } from '../rules/consistency.ts'
import { isDayText } from '../rules/discount-terms.ts'
import { lookAt, noteChange } from '../state/lagging.ts'
import { noteIndexChange } from '../state/lagging-index.ts'
import { makeSim } from '../state/make-sim.ts'
import type { OperatorState, OrderState } from '../state/operator.ts'
import { registerSim } from '../state/register-sim.ts'
import { findByImsi } from '../state/sim-table.ts'
import { addKey, createSortedKeys, keysAfter } from '../state/sorted-keys.ts'
import type { World } from '../state/world.ts'
import { created, noContent, ok } from './answer.ts'
import { ApiFailure, invalid, notFound } from './api-failure.ts'
import { arrange } from './arrange.ts'
import { applyInitialSetting, checkInitialSetting } from './initial-settings.ts'
import type { Operation } from './operation.ts'
import { keysOfPage, takePage } from './page.ts'
import { checkConfirmable, toOrderId } from './quotations.ts'
import { readBody } from './read-body.ts'
import { toOrderView, toQuotationView } from './views/order-view.ts'

const monthsOfHistory = 18

/** Orders: quotation, confirmation, shipment by the sandbox, and the SIMs that come with it. */
export const orderOperations: readonly Operation[] = [
  {
    operationId: 'listOrders',
    handle({ world, operator, nowMs }) {
      const orders = [...operator.orders.values()].filter((order) => isShown(order, nowMs))
      return ok({ orderList: orders.map((order) => toOrderView(order, operator, world.settings)) })
    },
  },
  {
    operationId: 'createQuotation',
    handle({ world, operator, body, nowMs }) {
      const request = readBody(quotationRequestSchema, body)
      if (request.orderItemList.length === 0) throw invalid('orderItemList', '[]')
      for (const { quantity } of request.orderItemList) {
        if (!Number.isInteger(quantity) || quantity < 1) throw invalid('quantity', quantity)
      }
      const day = request.preferredDeliveryDate
      if (day !== undefined && !isDayText(day)) throw invalid('preferredDeliveryDate', day)
      const address = operator.shippingAddresses.get(request.shippingAddressId ?? '')
      if (!address) throw invalid('shippingAddressId', request.shippingAddressId ?? '')
      const order: OrderState = {
        orderId: toOrderId(world, nowMs),
        items: request.orderItemList,
        shippingAddressId: address.shippingAddressId,
        // As it is now; changing the address later changes no order.
        address: { ...address },
        preferredDeliveryDate: request.preferredDeliveryDate,
        quotedMs: nowMs,
        status: undefined,
        orderedMs: null,
        shippedMs: null,
        registeredMs: null,
        initialSetting: null,
        imsis: createSortedKeys(),
      }
      if (countSims(order) > world.settings.maxSimsInOrder) throw invalid('quantity', countSims(order))
      operator.orders.set(order.orderId, order)
      return created(toQuotationView(order, operator, world.settings))
    },
  },
  {
    operationId: 'getOrder',
    handle({ world, operator, params, nowMs }) {
      const order = find(operator, params.order_id)
      if (!isShown(order, nowMs)) throw notFound('order', order.orderId)
      return ok(toOrderView(order, operator, world.settings))
    },
  },
  {
    operationId: 'confirmOrder',
    handle({ world, operator, params, nowMs }) {
      const order = find(operator, params.order_id)
      const { orderId, status: state, quotedMs } = order
      checkConfirmable(operator, nowMs, { orderId, state, quotedMs, expires: true })
      order.status = world.settings.orderStatusAfterConfirm
      order.orderedMs = nowMs
      return ok(toOrderView(order, operator, world.settings))
    },
  },
  {
    operationId: 'cancelOrder',
    handle({ operator, params }) {
      const order = find(operator, params.order_id)
      if (order.status === undefined) throw notFound('order', order.orderId)
      if (!mayCancel(order)) throw new ApiFailure('EMU0013', [order.orderId, order.status, 'cancelled'])
      order.status = 'cancelled'
      return noContent
    },
  },
  {
    operationId: 'sandboxShipOrder',
    handle({ world, operator, body, nowMs }) {
      const { operatorId, orderId } = readBody(shipOrderRequestSchema, body)
      const order = operator.orders.get(orderId)
      // 400, not 404, for an order that does not exist (published sandbox document).
      if (operatorId !== operator.operatorId || !order) throw new ApiFailure('EMU0005', ['order', orderId], 400)
      ship(world, operator, order, nowMs)
      return ok()
    },
  },
  {
    operationId: 'listOrderedSubscribers',
    handle(context) {
      const { world, operator, params, nowMs } = context
      const order = find(operator, params.order_id)
      if (isTooOld(order, nowMs)) throw notFound('order', order.orderId)
      const isLate = lookAt(world.laggingOrders, order.orderId, nowMs)
      const { rows, headers } = takePage(context, {
        ...(isLate ? { keys: [] } : keysOfPage(context, order.imsis)),
        toRow: (imsi) => toOrderedView(world, operator, imsi),
        defaultLimit: world.settings.pageSize,
        maxLimit: world.settings.pageSize,
      })
      return arrange(world, 'orderSubscribers', rows, headers, (orderedSubscriberList) => ({ orderedSubscriberList }))
    },
  },
  {
    operationId: 'registerOrderedSim',
    handle({ world, operator, params, nowMs }) {
      const order = find(operator, params.order_id)
      if (order.shippedMs === null) {
        throw new ApiFailure('EMU0013', [order.orderId, order.status ?? 'quoted', 'registered'])
      }
      if (isTooOld(order, nowMs)) throw notFound('order', order.orderId)
      for (const imsi of keysAfter(order.imsis)) {
        const sim = findByImsi(world, imsi)
        if (!sim || sim.operatorId !== undefined) continue
        noteIndexChange(world, sim, nowMs)
        applyInitialSetting(operator, sim, order.initialSetting, nowMs)
        registerSim(operator, sim, nowMs)
      }
      if (order.registeredMs === null) order.status = world.settings.orderStatusAfterRegister
      order.registeredMs ??= nowMs
      return noContent
    },
  },
  {
    operationId: 'updateOrderedResourceInitialSetting',
    handle({ world, operator, params, body, nowMs }) {
      const order = find(operator, params.order_id)
      if (!isShown(order, nowMs)) throw notFound('order', order.orderId)
      const setting = readBody(resourceInitialSettingSchema, body)
      checkInitialSetting(operator, setting)
      // To register its SIMs is to confirm that they were received.
      if (order.registeredMs !== null) throw new ApiFailure('EMU0192', [order.orderId])
      if (order.status === 'cancelled') throw new ApiFailure('EMU0013', [order.orderId, order.status, 'changed'])
      order.initialSetting = setting
      return ok(toOrderView(order, operator, world.settings))
    },
  },
]

function find(operator: OperatorState, orderId = ''): OrderState {
  const order = operator.orders.get(orderId)
  if (!order) throw notFound('order', orderId)
  return order
}

// Confirmed orders only; a quotation is none yet.
function isShown(order: OrderState, nowMs: number): boolean {
  return order.status !== undefined && !isTooOld(order, nowMs)
}

// What was ordered longer ago is not told any more (published document).
function isTooOld({ orderedMs, quotedMs }: OrderState, nowMs: number): boolean {
  return (orderedMs ?? quotedMs) < monthsBefore(nowMs, monthsOfHistory)
}

function ship(world: World, operator: OperatorState, order: OrderState, nowMs: number): void {
  if (order.shippedMs !== null && world.settings.shippedOrderShipsAgain) return
  if (order.status === undefined || order.status === 'cancelled' || order.shippedMs !== null) {
    throw new ApiFailure('EMU0013', [order.orderId, order.status ?? 'quoted', 'shipped'])
  }
  const imsis = order.items.flatMap(({ productCode, quantity }) => {
    const { subscription, count = 1 } = knownProducts.find((product) => product.productCode === productCode) ?? {}
    const coverageType = operator.coverageTypes.has('jp') ? 'jp' : 'g'
    const plan = subscriptions.find((one) => one === subscription) ?? world.settings.defaultSubscription[coverageType]
    const amount = quantity * count
    return Array.from({ length: amount }, () => makeSim(world, operator, { subscription: plan, bundles: [] }).imsi)
  })
  const rule = world.consistency.orderSubscribers
  if (rule !== 'immediate') {
    noteChange(world.laggingOrders, order.orderId, toDelay(rule, nowMs, world.draws.number), null)
  }
  order.status = 'shipped'
  order.shippedMs = nowMs
  for (const imsi of imsis) addKey(order.imsis, imsi)
}

function mayCancel({ status }: OrderState): boolean {
  return status === 'orderProcessing' || status === 'ordering' || status === 'ordered' || status === 'kitting'
}

function countSims({ items }: OrderState): number {
  return items.reduce((sum, { quantity }) => sum + quantity, 0)
}

function toOrderedView(world: World, { operatorId }: OperatorState, imsi: string) {
  const sim = findByImsi(world, imsi)
  if (!sim) return undefined
  return {
    imsi,
    msisdn: sim.msisdn,
    serialNumber: sim.serialNumber,
    iccid: imsi,
    simId: imsi,
    // What a SIM has that went to another operator is nothing of this one's.
    bundles: sim.operatorId === undefined || sim.operatorId === operatorId ? [...sim.bundles] : null,
  }
}
