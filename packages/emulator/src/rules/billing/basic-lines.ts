import type { SubscriberStatus } from '@soracom-fixtures/api'
import type { BasicFee } from '@soracom-fixtures/api/billing'
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
  for (const [date, statuses] of statusesByDate) lines.push(...feeLine(context, sim, byTheDay, date, statuses))
  const byTheMonth = fees.filter(({ per }) => per === 'month')
  const ofTheMonth = new Set([...statusesByDate.values()].flatMap((statuses) => [...statuses]))
  lines.push(...feeLine(context, sim, byTheMonth, context.month, ofTheMonth))
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

// The dearest of the fees that hold on a date, if it is more than nothing.
function feeLine(
  { chargedSims }: MonthContext,
  { imsi, subscription }: BilledSim,
  fees: readonly BasicFee[],
  date: string,
  statuses: ReadonlySet<SubscriberStatus>,
): BillLine[] {
  const key = `${subscription} ${date}`
  const charged = chargedSims.get(key) ?? 0
  const prices = fees
    .filter((fee) => fee.statuses.some((status) => statuses.has(status)))
    .map(({ price, beyond }) => (beyond && charged >= beyond.sims ? beyond.price : price))
  const unitPrice = Math.max(0, ...prices)
  if (unitPrice === 0) return []
  chargedSims.set(key, charged + 1)
  return [{ imsi, date, billItemName: 'basicCharge', unitPrice, quantity: 1, amount: unitPrice }]
}
