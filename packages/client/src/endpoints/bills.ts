import type {
  BillHistory,
  BillItemSummary,
  BillSimSummary,
  DailyBillList,
  FileExport,
  LatestBill,
  MonthlyBill,
} from '@soracom-fixtures/api'
import type { Call } from './call.ts'

/** What an emulator tells of its bills. */
export interface BillNotes {
  /** The name of its rate card; nothing where no emulator answers. */
  readonly tariff: string | undefined
  /** What was used in the last months and has no price on the card. */
  readonly unpriced: readonly string[]
}

/** What the operator owes. */
export function billCalls(call: Call) {
  return {
    /** Lists the final bills of past months, newest first. */
    async list(): Promise<BillHistory> {
      return (
        await call<BillHistory>({ operationId: 'getBillingHistory', method: 'GET', path: '/bills', repeat: 'safe' })
      ).value
    },
    /** Reads the bill of a month (`yyyyMM`), with tax and coupons; preliminary in the month itself. */
    async get(yearMonth: string): Promise<MonthlyBill> {
      return (
        await call<MonthlyBill>({
          operationId: 'getBilling',
          method: 'GET',
          path: '/bills/{yearMonth}',
          params: { yearMonth },
          repeat: 'safe',
        })
      ).value
    },
    /** Reads what each day of a month (`yyyyMM`) cost, without tax and fees by the month. */
    async daily(yearMonth: string): Promise<DailyBillList> {
      return (
        await call<DailyBillList>({
          operationId: 'getBillingPerDay',
          method: 'GET',
          path: '/bills/{yearMonth}/daily',
          params: { yearMonth },
          repeat: 'safe',
        })
      ).value
    },
    /** Reads the running total of this month. */
    async latest(): Promise<LatestBill> {
      return (
        await call<LatestBill>({
          operationId: 'getLatestBilling',
          method: 'GET',
          path: '/bills/latest',
          repeat: 'safe',
        })
      ).value
    },
    /** Sums up the last months by bill item, without tax. */
    async byItem(): Promise<BillItemSummary[]> {
      return (
        await call<BillItemSummary[]>({
          operationId: 'getBillingSummaryOfBillItems',
          method: 'GET',
          path: '/bills/summaries/bill_items',
          repeat: 'safe',
        })
      ).value
    },
    /** Sums up the last months by SIM, without tax; the hundred dearest. */
    async bySim(): Promise<BillSimSummary[]> {
      return (
        await call<BillSimSummary[]>({
          operationId: 'getBillingSummaryOfSims',
          method: 'GET',
          path: '/bills/summaries/sims',
          repeat: 'safe',
        })
      ).value
    },
    /** Exports the lines of a month's bill (`yyyyMM`) as CSV; `client.download` gives the file that the link leads to. */
    async export(yearMonth: string): Promise<FileExport> {
      return (
        await call<FileExport>({
          operationId: 'exportBilling',
          method: 'POST',
          path: '/bills/{yearMonth}/export',
          params: { yearMonth },
          repeat: 'safe',
        })
      ).value
    },
    /** What an emulator tells of its bills in headers of its own; the service tells nothing. */
    async notes(): Promise<BillNotes> {
      const { reply } = await call({
        operationId: 'getBillingSummaryOfBillItems',
        method: 'GET',
        path: '/bills/summaries/bill_items',
        repeat: 'safe',
      })
      const unpriced = reply.headers['x-soracom-emulator-unpriced']
      return {
        tariff: reply.headers['x-soracom-emulator-tariff'],
        unpriced: unpriced === undefined ? [] : unpriced.split('; '),
      }
    },
  }
}
