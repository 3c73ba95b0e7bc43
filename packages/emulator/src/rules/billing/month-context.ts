import { dayMs, monthStartMs, shiftMonth, toDayText } from '../calendar.ts'
import type { Included } from './allowances.ts'
import type { LinesInput } from './bill-input.ts'
import { type RememberedMonth, rememberedOf } from './lines-cache.ts'

/** A month while its lines are made. */
export interface MonthContext extends LinesInput {
  readonly month: string
  readonly startMs: number
  readonly endMs: number
  /** Its days, each written out once. */
  readonly days: readonly { readonly startMs: number; readonly date: string }[]
  /** How many SIMs have been charged a fee on a date, by `subscription date`. */
  readonly chargedSims: Map<string, number>
  /** What SIMs share of a bundle's allowance, by bundle. */
  readonly pools: Map<string, Included>
  /** Lines that were made before. */
  readonly remembered: RememberedMonth
  /** What the rate card lacks. */
  readonly unpriced: Set<string>
}

/** The context of a month (`yyyyMM`), with nothing in it yet. */
export function createMonthContext(input: LinesInput, month: string): MonthContext {
  const { coverageType, sims, card, zoneOffsetMinutes, nowMs, cache } = input
  const startMs = monthStartMs(month, zoneOffsetMinutes)
  const endMs = monthStartMs(shiftMonth(month, 1), zoneOffsetMinutes)
  return {
    coverageType,
    sims,
    card,
    zoneOffsetMinutes,
    nowMs,
    cache,
    month,
    startMs,
    endMs,
    days: Array.from({ length: (endMs - startMs) / dayMs }, (_, index) => {
      const dayStartMs = startMs + index * dayMs
      return { startMs: dayStartMs, date: toDayText(dayStartMs, zoneOffsetMinutes) }
    }),
    chargedSims: new Map(),
    pools: new Map(),
    remembered: rememberedOf(input, month),
    unpriced: new Set(),
  }
}
