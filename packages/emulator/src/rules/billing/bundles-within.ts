import type { BilledSim } from './bill-input.ts'
import type { MonthContext } from './month-context.ts'
import { phasesWithin } from './phases-within.ts'

/** The bundles that a SIM has at any time of a month, except once it is terminated. */
export function bundlesWithin(context: MonthContext, { history }: BilledSim): readonly string[] {
  const bundles = new Set<string>()
  for (const { change } of phasesWithin(history, context)) {
    if (change.status !== 'terminated') for (const bundle of change.bundles) bundles.add(bundle)
  }
  return [...bundles].sort()
}
