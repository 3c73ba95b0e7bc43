import { toExact } from '@soracom-fixtures/api/billing'
import type { BilledSim, BillLine } from './bill-input.ts'
import type { MonthContext } from './month-context.ts'

/**
 * What the Beam requests of all SIMs cost in a month, by day and SIM, once those that are free are used up. Every counter
 * counts, inwards and outwards; which of them the platform bills is not recorded.
 */
export function beamLines(context: MonthContext, sims: readonly BilledSim[]): BillLine[] {
  const { card, coverageType, unpriced } = context
  const users = sims.filter(({ beam }) => beam?.month.has(context.startMs / 1000))
  if (users.length === 0) return []
  const price = card.beamPrices.find((one) => one.coverageType === coverageType)
  if (!price) {
    unpriced.add(`Beam requests of coverage type ${coverageType}: give beamPrices`)
    return []
  }
  const unitPrice = price.price / price.perRequests
  let freeRequests = price.freeRequestsPerMonth
  const lines: BillLine[] = []
  for (const { startMs, date } of context.days) {
    for (const { imsi, beam } of users) {
      const requests = requestsOf(beam, startMs)
      const free = Math.min(requests, freeRequests)
      freeRequests -= free
      const quantity = requests - free
      if (quantity === 0) continue
      const amount = toExact((quantity * price.price) / price.perRequests)
      lines.push({ imsi, date, billItemName: 'beamRequestCharge', unitPrice, quantity, amount })
    }
  }
  return lines
}

function requestsOf(beam: BilledSim['beam'], dayStartMs: number): number {
  let requests = 0
  for (const [count = 0] of beam?.day.get(dayStartMs / 1000)?.values() ?? []) requests += count
  return requests
}
