import { chargeOfData, type DataPrice, dataPricesOf } from '@soracom-fixtures/api/billing'
import type { Counters } from '../../state/stats-table.ts'
import { type Allowance, allowanceOf, isPooled, takeFree } from './allowances.ts'
import type { BilledSim, BillLine } from './bill-input.ts'
import { bundlesWithin } from './bundles-within.ts'
import { bytesByPrice } from './bytes-by-price.ts'
import { giving } from './giving.ts'
import type { MonthContext } from './month-context.ts'

/**
 * What the traffic of SIMs costs in a month: by day, SIM, speed class and direction, beyond what their bundles include.
 * SIMs that share an allowance are given together; others may be given one by one.
 */
export function dataLines(context: MonthContext, ...sims: readonly BilledSim[]): BillLine[] {
  // Also SIMs without traffic bring what their bundles include.
  const works = sims
    .map((sim) => ({ sim, allowance: allowanceOf(context, bundlesWithin(context, sim)) }))
    .filter(({ sim }) => sim.air?.month.has(context.startMs / 1000))
  for (const { subscription, what } of context.card.gaps) {
    if (works.some(({ sim }) => sim.subscription === subscription)) context.unpriced.add(what)
  }
  const lines: BillLine[] = []
  for (const { startMs, date } of context.days) {
    for (const { sim, allowance } of works) {
      const counters = sim.air?.day.get(startMs / 1000)
      if (counters) addDay({ context, sim, allowance, startMs, date, lines }, counters)
    }
  }
  return lines
}

/** Whether what a SIM's traffic costs depends on that of others. */
export function sharesAllowance(context: MonthContext, sim: BilledSim): boolean {
  return (
    context.card.bundleFees.some(isPooled) &&
    bundlesWithin(context, sim).some((name) =>
      context.card.bundleFees.some((fee) => fee.bundle === name && isPooled(fee)),
    )
  )
}

// A day of a SIM, and where its lines go.
interface Day {
  readonly context: MonthContext
  readonly sim: BilledSim
  readonly allowance: Allowance
  readonly startMs: number
  readonly date: string
  readonly lines: BillLine[]
}

// In the order of the speed classes' names, so that what is included goes to the same bytes whatever was inserted first.
function addDay(day: Day, counters: Counters): void {
  const classes = counters.size > 1 ? [...counters].sort(([left], [right]) => (left < right ? -1 : 1)) : counters
  for (const [speedClass, [uploadBytes = 0, downloadBytes = 0]] of classes) {
    for (const [direction, bytes] of [['upload', uploadBytes] as const, ['download', downloadBytes] as const]) {
      if (bytes > 0) addBytes(day, { speedClass, direction, bytes })
    }
  }
}

// What is included goes first; the rest costs the bundle's own price, or the plan's by the hour.
function addBytes(
  { context, sim, allowance, startMs, date, lines }: Day,
  used: { readonly speedClass: string; readonly direction: DataPrice['direction']; readonly bytes: number },
): void {
  const { speedClass, direction, bytes } = used
  const add = (price: Pick<DataPrice, 'price' | 'perBytes' | 'unitBytes'>, priced: number) => {
    const charged = priced - takeFree(allowance, priced)
    if (charged === 0) return
    const { quantity, amount } = chargeOfData(price, charged)
    const unitPrice = price.price / price.perBytes
    lines.push({ imsi: sim.imsi, date, billItemName: `${direction}DataCharge`, unitPrice, quantity, amount })
  }
  if (allowance.overage) {
    add(allowance.overage, bytes)
    return
  }
  const prices = dataPricesOf(context.card, sim.subscription, speedClass, direction)
  const { byPrice, unpricedBytes } = bytesByPrice(prices, { sim, ...used, dayStartMs: startMs })
  for (const [price, priced] of byPrice) add(price, priced)
  if (unpricedBytes > takeFree(allowance, unpricedBytes)) {
    context.unpriced.add(`data of ${sim.subscription} in ${speedClass}${giving(sim, 'dataPrices')}`)
  }
}
