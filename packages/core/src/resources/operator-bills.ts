import type { Currency } from '@soracom-fixtures/api'
import type { SoracomClient } from '@soracom-fixtures/client'

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

/** Reads bills by a client; how, is loaded with the first of them. */
export function toOperatorBills(client: SoracomClient): OperatorBills {
  const reader = async () => (await import('./read-bills.ts')).readBills(client)
  return Object.freeze({
    latest: async (options?: BillOptions) => await (await reader()).latest(options),
    month: async (month: string, options?: BillOptions) => await (await reader()).month(month, options),
    list: async () => await (await reader()).list(),
    daily: async (month: string) => await (await reader()).daily(month),
    byItem: async (month: string) => await (await reader()).byItem(month),
    bySim: async (month: string) => await (await reader()).bySim(month),
    lines: async (month: string) => await (await reader()).lines(month),
  })
}
