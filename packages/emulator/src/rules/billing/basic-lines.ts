import type { SubscriberStatus } from '@soracom-fixtures/api'
import { type BasicFee, toExact } from '@soracom-fixtures/api/billing'
import { dayMs } from '../calendar.ts'
import type { BilledSim, BillLine } from './bill-input.ts'
import { giving } from './giving.ts'
import type { MonthContext } from './month-context.ts'
import { phasesWithin } from './phases-within.ts'

/** The basic fees of a SIM in a month. A day counts for a status that the SIM has at any time of it. */
export function basicLines(context: MonthContext, sim: BilledSim): BillLine[] {
  const fees = context.card.basicFees.filter(({ subscription }) => subscription === sim.subscription)
  const statusesByDate = toStatusesByDate(context, sim)
  for (const statuses of statusesByDate.values()) {
    for (const status of statuses) {
      const isKnown = status === 'terminated' || fees.some((fee) => fee.statuses.includes(status))
      if (!isKnown)
        context.unpriced.add(`basic fee of ${sim.subscription} in status ${status}${giving(sim, 'basicFees')}`)
    }
  }
  const lines: BillLine[] = []
  const byTheDay = fees.filter(({ per }) => per === 'day')
  for (const [date, statuses] of statusesByDate) {
    lines.push(...feeLine(context, sim, { fees: byTheDay, date, statuses, statusesByDate }))
  }
  const byTheMonth = fees.filter(({ per }) => per === 'month')
  const statuses = new Set([...statusesByDate.values()].flatMap((ofDay) => [...ofDay]))
  lines.push(...feeLine(context, sim, { fees: byTheMonth, date: context.month, statuses, statusesByDate }))
  return lines
}

// Statuses by day, oldest day first.
function toStatusesByDate(context: MonthContext, { history }: BilledSim): Map<string, Set<SubscriberStatus>> {
  const byDate = new Map<string, Set<SubscriberStatus>>()
  for (const { fromMs, untilMs, change } of phasesWithin(history, context).reverse()) {
    const firstDay = Math.floor((fromMs - context.startMs) / dayMs)
    const lastDay = Math.ceil((untilMs - context.startMs) / dayMs)
    for (const { date } of context.days.slice(firstDay, lastDay)) {
      const statuses = byDate.get(date)
      if (statuses) statuses.add(change.status)
      else byDate.set(date, new Set([change.status]))
    }
  }
  return byDate
}

// The dearest of the fees that hold on a date (or in a month), if it is more than nothing.
function feeLine(
  context: MonthContext,
  { imsi, subscription }: BilledSim,
  { fees, date, statuses, statusesByDate }: Charged,
): BillLine[] {
  const { chargedSims, days } = context
  const key = `${subscription} ${date}`
  const charged = chargedSims.get(key) ?? 0
  let dearest = { unitPrice: 0, quantity: 1, amount: 0 }
  for (const fee of fees) {
    if (!fee.statuses.some((status) => statuses.has(status))) continue
    const price = fee.beyond && charged >= fee.beyond.sims ? fee.beyond.price : fee.price
    const line = fee.prorated ? partOf(price, countDays(fee, statusesByDate), days.length) : inFull(price)
    if (line.amount > dearest.amount) dearest = line
  }
  if (dearest.amount === 0) return []
  chargedSims.set(key, charged + 1)
  return [{ imsi, date, billItemName: 'basicCharge', ...dearest }]
}

// What is charged: fees of one date or one month, by the statuses that the SIM had in it.
interface Charged {
  readonly fees: readonly BasicFee[]
  readonly date: string
  readonly statuses: ReadonlySet<SubscriberStatus>
  readonly statusesByDate: ReadonlyMap<string, ReadonlySet<SubscriberStatus>>
}

function inFull(price: number) {
  return { unitPrice: price, quantity: 1, amount: price }
}

function partOf(price: number, quantity: number, days: number) {
  return { unitPrice: price / days, quantity, amount: toExact((price * quantity) / days) }
}

function countDays({ statuses }: BasicFee, statusesByDate: Charged['statusesByDate']): number {
  return [...statusesByDate.values()].filter((ofDay) => statuses.some((status) => ofDay.has(status))).length
}
