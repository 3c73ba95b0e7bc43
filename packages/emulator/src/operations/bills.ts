import type { MonthBill } from '../rules/billing/bill-input.ts'
import { billOfMonth } from '../rules/billing/bill-of-month.ts'
import { billsOfMonths, monthsOfHistory } from '../rules/billing/bills-of-months.ts'
import { toBillCsv } from '../rules/billing/to-bill-csv.ts'
import { toBillHistory } from '../rules/billing/to-bill-history.ts'
import { toDailyBills } from '../rules/billing/to-daily-bills.ts'
import { toItemSummary } from '../rules/billing/to-item-summary.ts'
import { toLatestBill } from '../rules/billing/to-latest-bill.ts'
import { toMonthlyBill } from '../rules/billing/to-monthly-bill.ts'
import { toSimSummary } from '../rules/billing/to-sim-summary.ts'
import { isMonthText, shiftMonth, toMonthText } from '../rules/calendar.ts'
import { billInputOf } from '../state/bills.ts'
import { csvLabelsOf } from '../state/csv-labels-of.ts'
import { paymentIdsOf } from '../state/payment-ids.ts'
import { type Answer, ok } from './answer.ts'
import { answerExport } from './answer-export.ts'
import { ApiFailure, notFound } from './api-failure.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { paidMsOf } from './payments-of.ts'

const monthsOfSummary = 4

/** Bills, made of what was seeded by the emulator's rate card; the headers of each answer say which, and what it lacks. */
export const billOperations: readonly Operation[] = [
  {
    operationId: 'getBillingHistory',
    handle(context) {
      const bills = lastBills(context, monthsOfHistory + 1)
      return answer(
        context,
        toBillHistory(bills, (bill) => transactionIdOf(context, bill)),
        bills,
      )
    },
  },
  {
    operationId: 'getBilling',
    handle(context) {
      const bill = readBill(context)
      return answer(context, toMonthlyBill(bill, transactionIdOf(context, bill)), [bill])
    },
  },
  {
    operationId: 'getBillingPerDay',
    handle(context) {
      const bill = readBill(context)
      return answer(context, toDailyBills(bill), [bill])
    },
  },
  {
    operationId: 'getLatestBilling',
    handle(context) {
      const bills = lastBills(context, 1)
      const { nowMs, world } = context
      return answer(context, toLatestBill(bills[0] as MonthBill, nowMs, world.settings.bucketZoneOffsetMinutes), bills)
    },
  },
  {
    operationId: 'getBillingSummaryOfBillItems',
    handle(context) {
      const bills = lastBills(context, monthsOfSummary)
      return answer(context, toItemSummary(bills, context.nowMs), bills)
    },
  },
  {
    operationId: 'getBillingSummaryOfSims',
    handle(context) {
      const bills = lastBills(context, monthsOfSummary)
      return answer(context, toSimSummary(bills, context.nowMs), bills)
    },
  },
  {
    operationId: 'exportBilling',
    handle: (context) => exportBill(context, readBill(context)),
  },
  {
    operationId: 'exportLatestBilling',
    handle: (context) => exportBill(context, lastBills(context, 1)[0] as MonthBill),
  },
]

// The bills of this month and some before it.
function lastBills({ world, operator, nowMs }: OperatorContext, count: number): MonthBill[] {
  const thisMonth = toMonthText(nowMs, world.settings.bucketZoneOffsetMinutes)
  return billsOfMonths(billInputOf(world, operator), shiftMonth(thisMonth, 1 - count), thisMonth)
}

function readBill({ world, operator, params, nowMs }: OperatorContext): MonthBill {
  const month = params.yyyyMM ?? ''
  const thisMonth = toMonthText(nowMs, world.settings.bucketZoneOffsetMinutes)
  const isInReach = isMonthText(month) && month <= thisMonth && month >= shiftMonth(thisMonth, -monthsOfHistory)
  const bill = isInReach ? billOfMonth(billInputOf(world, operator), month) : undefined
  if (!bill) throw notFound('bill', month)
  return bill
}

// A closed month is paid where there is something to pay and something to pay with.
function transactionIdOf({ world, operator }: OperatorContext, { month, state, amount }: MonthBill) {
  if (state === 'open' || amount === 0 || !operator.hasPaymentMethod) return undefined
  return paymentIdsOf(world, operator, month, paidMsOf(world, month)).transactionId
}

function exportBill(context: OperatorContext, bill: MonthBill): Answer {
  const { world, operator } = context
  const labels = csvLabelsOf(
    world,
    operator,
    bill.parts.flatMap(({ byImsi }) => [...byImsi.keys()]),
  )
  const { headers, ...exported } = answerExport(context, `billing-${bill.month}`, toBillCsv(bill, labels))
  return { ...exported, headers: { ...headers, ...toNotes(context, [bill]) } }
}

function answer(context: OperatorContext, body: unknown, bills: readonly MonthBill[]): Answer {
  return ok(body, toNotes(context, bills))
}

// No client reads these headers; a test that wonders about an amount can.
function toNotes({ world, operator }: OperatorContext, bills: readonly MonthBill[]): Record<string, string> {
  const discounted = bills.some(({ month }) =>
    [...operator.discounts.values()].some(
      ({ contractId, startDate, endDate }) =>
        contractId !== null && startDate.slice(0, 6) <= month && endDate.slice(0, 6) >= month,
    ),
  )
  const unpriced = new Set([
    ...bills.flatMap((bill) => bill.unpriced),
    ...(discounted ? ['long-term discounts: how a bill shows them is not known'] : []),
  ])
  if (unpriced.size > 0 && world.settings.onGap === 'refuse') {
    throw new ApiFailure('EMU0230', [world.rateCard.name, [...unpriced].join('; ')])
  }
  return {
    'x-soracom-emulator-tariff': world.rateCard.name,
    ...(unpriced.size > 0 ? { 'x-soracom-emulator-unpriced': [...unpriced].join('; ') } : {}),
  }
}
