import { coverageTypeOf } from '../plan-rules.ts'
import { basicLines } from './basic-lines.ts'
import { beamLines } from './beam-lines.ts'
import type { BilledSim, BillLine, LinesInput, MonthLines } from './bill-input.ts'
import { bundleLines } from './bundle-lines.ts'
import { dataLines } from './data-lines.ts'
import { createMonthContext } from './month-context.ts'

/** Prices what a month (`yyyyMM`) holds. Costs what the month's rows are, however many points made them. */
export function monthLines(input: LinesInput, month: string): MonthLines {
  const context = createMonthContext(input, month)
  const lines: BillLine[] = []
  const sims: BilledSim[] = []
  for (const sim of input.sims) {
    if (coverageTypeOf(sim.subscription, input.coverageType) === input.coverageType) {
      sims.push(sim)
      lines.push(...basicLines(context, sim), ...dataLines(context, sim), ...bundleLines(context, sim))
    } else if (sim.air?.month.has(context.startMs / 1000) || sim.beam?.month.has(context.startMs / 1000)) {
      context.unpriced.add(`SIMs of ${sim.subscription}: this bill is of coverage type ${input.coverageType}`)
    }
  }
  return { lines: lines.concat(beamLines(context, sims)), unpriced: [...context.unpriced].sort() }
}
