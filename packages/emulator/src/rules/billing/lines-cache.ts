import type { BilledSim, BillLine, MonthLines } from './bill-input.ts'
import type { MonthContext } from './month-context.ts'

/**
 * Lines of SIMs that were made before, by the history of the SIM, so that a new point costs its SIM's month and not that
 * of all.
 */
export type LinesCache = WeakMap<object, Map<string, RememberedLines>>

interface RememberedLines extends MonthLines {
  readonly key: string
}

/** An empty cache, for one rate card and one zone. */
export function createLinesCache(): LinesCache {
  return new WeakMap()
}

/**
 * The lines of a SIM's month: those of before, where nothing that they follow from has changed. Points are only ever
 * added and a history only ever grows, so that their numbers tell.
 */
export function rememberLines(
  context: MonthContext,
  { sim, name, key }: { readonly sim: BilledSim; readonly name: string; readonly key: string },
  make: (context: MonthContext) => readonly BillLine[],
): readonly BillLine[] {
  const { cache, month, unpriced } = context
  if (!cache) return make(context)
  const ofSim = cache.get(sim.history) ?? new Map<string, RememberedLines>()
  cache.set(sim.history, ofSim)
  const place = `${sim.imsi} ${name} ${context.coverageType} ${month}`
  const whole = `${key} ${sim.history.length}`
  let known = ofSim.get(place)
  if (known?.key !== whole) {
    const own = new Set<string>()
    const lines = make({ ...context, unpriced: own })
    known = { key: whole, lines, unpriced: [...own] }
    ofSim.set(place, known)
  }
  for (const what of known.unpriced) unpriced.add(what)
  return known.lines
}
