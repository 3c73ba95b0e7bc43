import type { AvailableDiscount, VolumeDiscount, VolumeDiscountQuotation } from '@soracom-fixtures/api'
import { volumeDiscountRequestSchema } from '@soracom-fixtures/api/schemas'
import { shiftMonth, toDayText, toMonthText } from '../rules/calendar.ts'
import { isDayText, toEndDate, toInitialCost, withTax } from '../rules/discount-terms.ts'
import type { DiscountState } from '../state/contracts.ts'
import { created, ok } from './answer.ts'
import { ApiFailure, invalid, notFound } from './api-failure.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { checkConfirmable, toOrderId } from './quotations.ts'
import { readBody } from './read-body.ts'
import { isVisibleContract, toContractView, toTermsView } from './views/discount-view.ts'

/**
 * Discounts on the basic fee for who commits to a number of SIMs for a year; for Japanese coverage. How a bill shows them
 * is not known, so a contract changes none, and the bills of its months say so.
 */
export const volumeDiscountOperations: readonly Operation[] = [
  {
    operationId: 'listAvailableDiscounts',
    handle: (context) => ok({ availableLongTermDiscounts: toAvailable(context) }),
  },
  {
    operationId: 'createVolumeDiscountQuotation',
    handle(context) {
      const { world, operator, body, nowMs } = context
      const request = readBody(volumeDiscountRequestSchema, body)
      const { volumeDiscountType: type, volumeDiscountPaymentType: paymentType, contractTermMonth, quantity } = request
      if (!operator.coverageTypes.has('jp')) throw new ApiFailure('EMU0190', ['Long-term discounts'])
      if (!Number.isInteger(quantity) || quantity < 1) throw invalid('quantity', quantity)
      const offer = world.settings.longTermDiscounts.find(
        (one) => one.type === type && one.paymentType === paymentType && one.termMonths === contractTermMonth,
      )
      if (!offer) throw new ApiFailure('EMU0191', [type, paymentType, contractTermMonth])
      const startDate = readStartDate(context, request.startDate)
      const { unitPrice, termMonths } = offer
      const discount: DiscountState = {
        orderId: toOrderId(world, nowMs),
        type,
        paymentType,
        termMonths,
        quantity,
        unitPrice,
        startDate,
        endDate: toEndDate(startDate, termMonths),
        quotedMs: nowMs,
        contractId: null,
        contractedMs: null,
      }
      operator.discounts.set(discount.orderId, discount)
      return created(toQuotationView(discount))
    },
  },
  {
    operationId: 'confirmVolumeDiscountOrder',
    handle({ world, operator, params, nowMs }) {
      const orderId = params.order_id ?? ''
      const discount = operator.discounts.get(orderId)
      if (!discount) throw notFound('order', orderId)
      const state = discount.contractId === null ? undefined : 'contracted'
      const { quotedMs } = discount
      checkConfirmable(operator, nowMs, { orderId, state, quotedMs, expires: world.settings.everyQuotationExpires })
      discount.contractId = world.ids.uuid()
      discount.contractedMs = nowMs
      return ok(toContract({ world, nowMs }, discount))
    },
  },
  {
    operationId: 'listVolumeDiscounts',
    handle(context) {
      const visible = [...context.operator.discounts.values()].filter((one) => isVisibleContract(one, context.nowMs))
      return ok({ volumeDiscountList: visible.map((one) => toContract(context, one)) })
    },
  },
  {
    operationId: 'getVolumeDiscount',
    handle(context) {
      const contractId = context.params.contract_id ?? ''
      const contract = [...context.operator.discounts.values()].find((one) => one.contractId === contractId)
      // 400, not 404, for one that is not there (published document).
      if (!contract || !isVisibleContract(contract, context.nowMs)) {
        throw new ApiFailure('EMU0005', ['contract', contractId], 400)
      }
      return ok(toContract(context, contract))
    },
  },
]

function toAvailable({ world, operator, nowMs }: OperatorContext): AvailableDiscount[] {
  if (!operator.coverageTypes.has('jp')) return []
  return world.settings.longTermDiscounts.map(({ type, paymentType, termMonths, unitPrice }) => ({
    volumeDiscountType: type,
    volumeDiscountPaymentType: paymentType,
    contractTermMonth: termMonths,
    currency: 'JPY',
    unitPrice,
    taxIncludedUnitPrice: withTax(unitPrice, nowMs),
  }))
}

// From the very day on, and not before it (soracom.jp, discounts for long use).
function readStartDate({ world, nowMs }: OperatorContext, wanted: string | null | undefined): string {
  const earliest = today({ world, nowMs })
  if (wanted === undefined || wanted === null) {
    if (world.settings.defaultDiscountStart === 'today') return earliest
    return `${shiftMonth(toMonthText(nowMs, world.settings.bucketZoneOffsetMinutes), 1)}01`
  }
  if (!isDayText(wanted) || wanted < earliest) throw invalid('startDate', wanted)
  return wanted
}

function toContract(context: Pick<OperatorContext, 'world' | 'nowMs'>, discount: DiscountState): VolumeDiscount {
  return toContractView(discount, today(context), context.world.settings.orderZoneOffsetMinutes)
}

function today({ world, nowMs }: Pick<OperatorContext, 'world' | 'nowMs'>): string {
  return toDayText(nowMs, world.settings.bucketZoneOffsetMinutes)
}

// A discount that is paid by the month costs nothing when it is ordered (example in the published document).
function toQuotationView(discount: DiscountState): VolumeDiscountQuotation {
  const { amount, withTax: totalAmount } = toInitialCost(discount)
  return {
    orderId: discount.orderId,
    currency: 'JPY',
    taxAmount: totalAmount - amount,
    totalAmount,
    volumeDiscount: toTermsView(discount),
  }
}
