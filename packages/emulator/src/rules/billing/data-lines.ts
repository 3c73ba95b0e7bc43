import type { Counters } from '../../state/stats-table.ts'
import type { BilledSim, BillLine } from './bill-input.ts'
import { bundlesWithin } from './bundles-within.ts'
import { bytesByPrice } from './bytes-by-price.ts'
import type { MonthContext } from './month-context.ts'
import type { DataPrice } from './rate-card.ts'
import { toExact } from './to-exact.ts'

/** What the traffic of a SIM costs in a month: by day, speed class and direction, beyond what its bundles include. */
export function dataLines(context: MonthContext, sim: BilledSim): BillLine[] {
  const { air } = sim
  if (!air?.month.has(context.startMs / 1000)) return []
  for (const { subscription, what } of context.card.gaps) {
    if (subscription === sim.subscription) context.unpriced.add(what)
  }
  let includedBytes = includedBytesOf(context, sim)
  const lines: BillLine[] = []
  for (const { startMs, date } of context.days) {
    const counters = air.day.get(startMs / 1000)
    if (!counters) continue
    for (const { price, bytes } of pieces(context, sim, startMs, counters)) {
      const freeBytes = Math.min(bytes, includedBytes)
      includedBytes -= freeBytes
      if (bytes > freeBytes) lines.push(toLine(sim.imsi, date, price, bytes - freeBytes))
    }
  }
  return lines
}

// What the bundles of a month include. A card that does not tell it of a bundle includes nothing.
function includedBytesOf(context: MonthContext, sim: BilledSim): number {
  const fees = context.card.bundleFees
  return bundlesWithin(context, sim).reduce(
    (sum, bundle) => sum + (fees.find((fee) => fee.bundle === bundle)?.includedBytes ?? 0),
    0,
  )
}

// A day's bytes by their price; what has none is told.
function* pieces(context: MonthContext, sim: BilledSim, dayStartMs: number, counters: Counters) {
  for (const [speedClass, [uploadBytes = 0, downloadBytes = 0]] of counters) {
    for (const [direction, bytes] of [['upload', uploadBytes] as const, ['download', downloadBytes] as const]) {
      if (bytes === 0) continue
      const prices = pricesOf(context, sim, speedClass, direction)
      const { byPrice, unpricedBytes } = bytesByPrice(prices, { sim, speedClass, direction, bytes, dayStartMs })
      for (const [price, pricedBytes] of byPrice) yield { price, bytes: pricedBytes }
      if (unpricedBytes > 0) context.unpriced.add(`data of ${sim.subscription} in ${speedClass}`)
    }
  }
}

// A speed class' own prices, or those of every class.
function pricesOf(
  { card }: MonthContext,
  { subscription }: BilledSim,
  speedClass: string,
  direction: DataPrice['direction'],
): readonly DataPrice[] {
  const candidates = card.dataPrices.filter(
    (price) => price.subscription === subscription && price.direction === direction,
  )
  const own = candidates.filter((price) => price.speedClass === speedClass)
  return own.length > 0 ? own : candidates.filter((price) => price.speedClass === '*')
}

function toLine(imsi: string, date: string, price: DataPrice, bytes: number): BillLine {
  const { direction, perBytes, unitBytes } = price
  const quantity = Math.ceil(bytes / unitBytes) * unitBytes
  const amount = toExact((quantity * price.price) / perBytes)
  return { imsi, date, billItemName: `${direction}DataCharge`, unitPrice: price.price / perBytes, quantity, amount }
}
