import type { CoverageType, Currency } from '@soracom-fixtures/api'
import { billItemOf, currencyOf, type RateCard } from '@soracom-fixtures/api/billing'
import { type Counters, createStatsTable, insertPoint } from '../../state/stats-table.ts'
import { shiftMonth, toMonthText } from '../calendar.ts'
import type { SimSubscription } from '../plan-rules.ts'
import { beamLines } from './beam-lines.ts'
import type { BilledSim, BillLine } from './bill-input.ts'
import { billedCoverageType } from './billed-coverage-type.ts'
import { dataLines } from './data-lines.ts'
import { createMonthContext } from './month-context.ts'
import { sumBy } from './sum-by.ts'

/** What one SIM used, as it is inserted into the sandbox. */
export interface Usage {
  readonly subscription: string
  readonly bundles: readonly string[]
  /** Of its operator. */
  readonly coverageTypes: readonly CoverageType[]
  /** By speed class: upload bytes and download bytes. */
  readonly air?: readonly { readonly unixtimeSeconds: number; readonly bytes: UsageCounts }[]
  /** By protocol: one count. */
  readonly beam?: readonly { readonly unixtimeSeconds: number; readonly requests: UsageCounts }[]
}

/** Counts by name. */
export type UsageCounts = Readonly<Record<string, readonly number[]>>

/** What usage costs, without tax, fees and coupons. Days and months are of UTC. */
export interface UsageAmounts {
  /** The name of the rate card. */
  readonly tariff: string
  readonly currency: Currency
  /** By `yyyy-MM`, then by bill item. */
  readonly byMonth: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** By `yyyy-MM-dd`, then by bill item. */
  readonly byDay: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** What the card lacks for it. */
  readonly unpriced: readonly string[]
}

/**
 * Prices what one SIM used as if nothing else were used: allowances of its bundles and free requests are all its own.
 * Other fees, tax and coupons are not in it.
 */
export function billUsage(usage: Usage, card: RateCard): UsageAmounts {
  const coverageType = billedCoverageType(new Set(usage.coverageTypes))
  const sim = toBilledSim(usage)
  const input = { coverageType, sims: [sim], card, zoneOffsetMinutes: 0, nowMs: endOfTimeMs }
  const lines: BillLine[] = []
  const unpriced = new Set<string>()
  for (const month of monthsOf(usage)) {
    const context = createMonthContext(input, month)
    lines.push(...dataLines(context, sim), ...beamLines(context, [sim]))
    for (const what of context.unpriced) unpriced.add(what)
  }
  return {
    tariff: card.name,
    currency: currencyOf(card, coverageType).currency,
    byMonth: sumByDate(lines, ({ date }) => `${date.slice(0, 4)}-${date.slice(4, 6)}`),
    byDay: sumByDate(lines, ({ date }) => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`),
    unpriced: [...unpriced].sort(),
  }
}

const endOfTimeMs = Date.UTC(9999, 0)

function toBilledSim({ subscription, bundles, air = [], beam = [] }: Usage): BilledSim {
  const tables = { air: createStatsTable(), beam: createStatsTable() }
  for (const { unixtimeSeconds, bytes } of air) insertPoint(tables.air, unixtimeSeconds, toCounters(bytes), 0)
  for (const { unixtimeSeconds, requests } of beam) insertPoint(tables.beam, unixtimeSeconds, toCounters(requests), 0)
  const history = [{ timeMs: 0, status: 'active' as const, bundles }]
  return { imsi: '', subscription: subscription as SimSubscription, history, ...tables }
}

function toCounters(counts: UsageCounts): Counters {
  return new Map(Object.entries(counts).map(([name, numbers]) => [name, [...numbers]]))
}

// The months from the first point's to the last's.
function monthsOf({ air = [], beam = [] }: Usage): string[] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { unixtimeSeconds } of [...air, ...beam]) {
    first = Math.min(first, unixtimeSeconds)
    last = Math.max(last, unixtimeSeconds)
  }
  const months: string[] = []
  if (first > last) return months
  const lastMonth = toMonthText(last * 1000)
  for (let month = toMonthText(first * 1000); month <= lastMonth; month = shiftMonth(month, 1)) months.push(month)
  return months
}

function sumByDate(lines: readonly BillLine[], dateOf: (line: BillLine) => string) {
  const sums: Record<string, Record<string, number>> = {}
  for (const [key, amount] of sumBy(lines, (line) => `${dateOf(line)} ${billItemOf(line)}`)) {
    const [date = '', item = ''] = key.split(' ')
    sums[date] = { ...sums[date], [item]: amount }
  }
  return sums
}
