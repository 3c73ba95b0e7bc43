import type { Currency, MonthlyBill } from '@soracom-fixtures/api'
import type { SoracomClient } from '@soracom-fixtures/client'
import { toMonthText, toMonthWord } from '../kit/month-text.ts'
import { ifThere } from './once.ts'

/** A month of an operator, with tax and coupons. */
export interface BilledMonth {
  /** `yyyy-MM`. */
  readonly month: string
  readonly amount: number
  readonly appliedCouponAmount: number
  readonly currency: Currency | null
  /** `temporary` until the month is closed. */
  readonly state: 'temporary' | 'closed'
}

/** A day of an operator, without tax and fees by the month. */
export interface BilledDay {
  /** `yyyy-MM-dd`. */
  readonly day: string
  readonly amount: number
}

/** A bill item of a month, without tax. */
export interface BilledItem {
  readonly item: string
  readonly amount: number
}

/** A SIM of a month, without tax. */
export interface BilledSimAmount {
  readonly simId: string
  readonly amount: number
}

/** A line of a month's bill, without tax. */
export interface BilledLine {
  readonly imsi: string
  /** `yyyy-MM-dd`, or `yyyy-MM` for what is charged by the month. */
  readonly date: string
  /** The bill item that it counts to, by the names that coupons and summaries use. */
  readonly item: string
  /** As the file has it, such as `uploadDataCharge`. */
  readonly billItemName: string
  /** For one byte, request, day or month. */
  readonly unitPrice: number
  readonly quantity: number
  readonly amount: number
}

/** Whether what differs from run to run is told as well. */
export interface BillOptions {
  readonly volatile?: boolean
}

/**
 * What an operator is billed: months as `yyyy-MM`, in an order that is the same each time, and without times and ids of
 * payments unless they are asked for.
 */
export interface OperatorBills {
  /** This month so far. With `volatile` also `lastEvaluatedTime`, `yyyyMMddHHmmss`. */
  latest(options?: BillOptions): Promise<{
    readonly amount: number
    readonly currency: Currency | null
    readonly lastEvaluatedTime?: string
  }>
  /** One month; nothing where there is no bill. With `volatile` also what is known of its payment. */
  month(
    month: string,
    options?: BillOptions,
  ): Promise<(BilledMonth & { readonly paymentStatus?: string; readonly paymentTransactionId?: string }) | undefined>
  /** The final bills, oldest first. */
  list(): Promise<readonly BilledMonth[]>
  /** By day, oldest first; empty where there is no bill. */
  daily(month: string): Promise<readonly BilledDay[]>
  /** By bill item, in order of their names. The API reaches back four months; nothing where the month is older. */
  byItem(month: string): Promise<readonly BilledItem[] | undefined>
  /** By SIM, in order of their ids; the hundred dearest of a month, four months back. */
  bySim(month: string): Promise<readonly BilledSimAmount[] | undefined>
  /** Line by line, by IMSI, date and item: read from the CSV that the API exports; empty where there is no bill. */
  lines(month: string): Promise<readonly BilledLine[]>
}

/** Reads bills by a client. */
export function toOperatorBills(client: SoracomClient): OperatorBills {
  return Object.freeze({
    async latest({ volatile = false }: BillOptions = {}) {
      const { amount, currency = null, lastEvaluatedTime } = await client.bills.latest()
      return { amount, currency, ...(volatile ? { lastEvaluatedTime } : {}) }
    },
    async month(month: string, { volatile = false }: BillOptions = {}) {
      const bill = await ifThere(client.bills.get(toMonthText(month)))
      if (!bill) return undefined
      const { paymentStatus, paymentTransactionId } = bill
      return {
        ...toBilledMonth(bill),
        ...(volatile && paymentStatus ? { paymentStatus } : {}),
        ...(volatile && paymentTransactionId ? { paymentTransactionId } : {}),
      }
    },
    async list() {
      const { billList } = await client.bills.list()
      return billList.map(toBilledMonth).sort((left, right) => inOrder(left.month, right.month))
    },
    async daily(month: string) {
      const { billList } = (await ifThere(client.bills.daily(toMonthText(month)))) ?? { billList: [] }
      return billList
        .map(({ date, amount }) => ({ day: toDay(date), amount }))
        .sort((left, right) => inOrder(left.day, right.day))
    },
    async byItem(month: string) {
      const text = toMonthText(month)
      const rows = (await client.bills.byItem()).find(({ yearMonth }) => yearMonth === text)?.costBreakdownList
      return rows
        ?.map(({ billItemName, amount }) => ({ item: billItemName, amount }))
        .sort((left, right) => inOrder(left.item, right.item))
    },
    async bySim(month: string) {
      const text = toMonthText(month)
      const rows = (await client.bills.bySim()).find(({ yearMonth }) => yearMonth === text)?.costBreakdownList
      return rows
        ?.map(({ simId, amount }) => ({ simId, amount }))
        .sort((left, right) => inOrder(left.simId, right.simId))
    },
    async lines(month: string) {
      const { url } = (await ifThere(client.bills.export(toMonthText(month)))) ?? {}
      if (!url) return []
      const { toBilledLines } = await import('./to-billed-lines.ts')
      return toBilledLines(await client.download(url))
    },
  })
}

function toBilledMonth({ yearMonth, amount, appliedCouponAmount, currency, state }: MonthlyBill): BilledMonth {
  const month = toMonthWord(yearMonth)
  return { month, amount, appliedCouponAmount: appliedCouponAmount ?? 0, currency: currency ?? null, state }
}

function toDay(date: string): string {
  return `${toMonthWord(date)}-${date.slice(6)}`
}

function inOrder(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
