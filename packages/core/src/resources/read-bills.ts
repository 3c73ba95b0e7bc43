import type { MonthlyBill } from '@soracom-fixtures/api'
import type { SoracomClient } from '@soracom-fixtures/client'
import { toMonthText, toMonthWord } from '../kit/month-text.ts'
import { ifThere } from './once.ts'
import type { BilledMonth, BillOptions, OperatorBills } from './operator-bills.ts'

/** Reads bills by a client. */
export function readBills(client: SoracomClient): OperatorBills {
  return {
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
  }
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
