import { dayMs } from '../calendar.ts'
import { coverageTypeOf } from '../plan-rules.ts'
import { basicLines } from './basic-lines.ts'
import { beamLines } from './beam-lines.ts'
import type { BilledSim, LinesInput, LinesPart, MonthLines } from './bill-input.ts'
import { bundleLines } from './bundle-lines.ts'
import { dataLines, sharesAllowance } from './data-lines.ts'
import { rememberLines } from './lines-cache.ts'
import { createMonthContext, type MonthContext } from './month-context.ts'
import { toLinesPart } from './to-lines-part.ts'

/** Prices what a month (`yyyyMM`) holds. Costs what the month's rows are, however many points made them. */
export function monthLines(input: LinesInput, month: string): MonthLines {
  const context = createMonthContext(input, month)
  const parts: LinesPart[] = []
  const add = (part: LinesPart) => {
    if (part.lines.length > 0) parts.push(part)
  }
  const sims: BilledSim[] = []
  const sharing: BilledSim[] = []
  for (const sim of input.sims) {
    if (coverageTypeOf(sim.subscription, input.coverageType) === input.coverageType) {
      sims.push(sim)
      const isSharing = sharesAllowance(context, sim)
      if (isSharing) sharing.push(sim)
      add(feesOf(context, sim))
      add(isSharing ? toLinesPart(bundleLines(context, sim)) : usageOf(context, sim))
    } else if (sim.air?.month.has(context.startMs / 1000) || sim.beam?.month.has(context.startMs / 1000)) {
      context.unpriced.add(`SIMs of ${sim.subscription}: this bill is of coverage type ${input.coverageType}`)
    }
  }
  add(toLinesPart(dataLines(context, ...sharing)))
  add(toLinesPart(beamLines(context, sims)))
  return { parts, unpriced: [...context.unpriced].sort() }
}

// Fees follow from the history and from how much of the month is over; but where a price depends on the SIMs before.
function feesOf(context: MonthContext, sim: BilledSim): LinesPart {
  const { card, nowMs, startMs, endMs } = context
  if (card.basicFees.some(({ subscription, beyond }) => subscription === sim.subscription && beyond !== undefined)) {
    return toLinesPart(basicLines(context, sim))
  }
  const key = Math.ceil((Math.min(endMs, nowMs + 1) - startMs) / dayMs)
  return rememberLines(context, { sim, name: 'fees', key }, (own) => basicLines(own, sim))
}

function usageOf(context: MonthContext, sim: BilledSim): LinesPart {
  const key = sim.air?.times?.size ?? 0
  return rememberLines(context, { sim, name: 'usage', key }, (own) => [
    ...dataLines(own, sim),
    ...bundleLines(own, sim),
  ])
}
