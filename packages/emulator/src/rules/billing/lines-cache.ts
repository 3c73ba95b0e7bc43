import type { BilledSim, BillLine, LinesInput, LinesPart } from './bill-input.ts'
import type { MonthContext } from './month-context.ts'
import { toLinesPart } from './to-lines-part.ts'

/**
 * Lines of SIMs that were made before, so that a new point costs its SIM's month and not that of all. By month, coverage
 * type and kind of lines, then by SIM.
 */
export type LinesCache = Map<string, WeakMap<BilledSim, RememberedLines>>

interface RememberedLines {
  readonly history: BilledSim['history']
  readonly changes: number
  readonly key: number
  readonly part: LinesPart
  readonly unpriced: readonly string[]
}

/** An empty cache, for one rate card and one zone. */
export function createLinesCache(): LinesCache {
  return new Map()
}

/**
 * The lines of a SIM's month: those of before, where nothing that they follow from has changed. Points are only ever
 * added and a history only ever grows, so that their numbers tell.
 */
export function rememberLines(
  context: MonthContext,
  { sim, name, key }: { readonly sim: BilledSim; readonly name: 'fees' | 'usage'; readonly key: number },
  make: (context: MonthContext) => readonly BillLine[],
): LinesPart {
  const remembered = context.remembered[name]
  if (!remembered) return toLinesPart(make(context))
  const { history } = sim
  let known = remembered.get(sim)
  if (known?.history !== history || known.changes !== history.length || known.key !== key) {
    const own = new Set<string>()
    const part = toLinesPart(make({ ...context, unpriced: own }))
    known = { history, changes: history.length, key, part, unpriced: [...own] }
    remembered.set(sim, known)
  }
  for (const what of known.unpriced) context.unpriced.add(what)
  return known.part
}

/** What a cache remembers of a month, by kind of lines; nothing without a cache. */
export function rememberedOf(
  { cache, coverageType }: Pick<LinesInput, 'cache' | 'coverageType'>,
  month: string,
): RememberedMonth {
  if (!cache) return {}
  const find = (name: string) => {
    const place = `${name} ${coverageType} ${month}`
    const found = cache.get(place) ?? new WeakMap()
    cache.set(place, found)
    return found
  }
  return { fees: find('fees'), usage: find('usage') }
}

/** A month's lines by SIM. */
export interface RememberedMonth {
  readonly fees?: WeakMap<BilledSim, RememberedLines>
  readonly usage?: WeakMap<BilledSim, RememberedLines>
}
