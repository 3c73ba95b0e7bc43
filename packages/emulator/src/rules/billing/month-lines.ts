import { plans } from '@soracom-fixtures/api'
import { dayMs, monthStartMs, shiftMonth, toDayText } from '../calendar.ts'
import type { BilledSim, BillInput, BillLine, MonthLines } from './bill-input.ts'
import { daysWithStatus } from './days-with-status.ts'
import type { DataPrice } from './rate-card.ts'

/** Prices what a month (`yyyyMM`) holds. Pure; costs what the month's rows are, however many points made them. */
export function monthLines(input: BillInput, month: string): MonthLines {
  const lines: BillLine[] = []
  const unpriced = new Set<string>()
  const startMs = monthStartMs(month, input.zoneOffsetMinutes)
  const span = { month, startMs, endMs: monthStartMs(shiftMonth(month, 1), input.zoneOffsetMinutes) }
  let requests = 0
  for (const sim of input.sims) {
    if (plans[sim.subscription].coverageType !== input.coverageType) {
      if (sim.air.day.size > 0) unpriced.add(`SIMs of ${sim.subscription}, which another coverage type is billed for`)
      continue
    }
    lines.push(...basicLines(input, sim, span, unpriced))
    lines.push(...dataLines(input, sim, span, unpriced))
    lines.push(...bundleLines(input, sim, span, unpriced))
    for (const [count = 0] of sim.beam.month.get(startMs / 1000)?.values() ?? []) requests += count
  }
  lines.push(...beamLines(input, requests, span, unpriced))
  return { lines, unpriced: [...unpriced].sort() }
}

interface Span {
  readonly month: string
  readonly startMs: number
  readonly endMs: number
}

function basicLines({ card, nowMs, zoneOffsetMinutes }: BillInput, sim: BilledSim, span: Span, unpriced: Set<string>): BillLine[] {
  const fees = card.basicFees.filter(({ subscription }) => subscription === sim.subscription)
  const lines: BillLine[] = []
  const priced = new Set(fees.flatMap(({ statuses }) => statuses))
  const { imsi } = sim
  for (const { per, statuses, price } of fees) {
    const days = daysWithStatus(sim.history, statuses, span, nowMs, zoneOffsetMinutes)
    if (days.length === 0) continue
    const dates = per === 'day' ? days.map((dayStartMs) => toDayText(dayStartMs, zoneOffsetMinutes)) : [span.month]
    lines.push(...dates.map((date): BillLine => ({ imsi, date, billItemName: 'basicCharge', amount: price })))
  }
  for (const { status, timeMs } of sim.history) {
    if (timeMs < span.endMs && status !== 'terminated' && !priced.has(status)) {
      unpriced.add(`basic fee of ${sim.subscription} in status ${status}`)
    }
  }
  return lines
}

function dataLines({ card, zoneOffsetMinutes }: BillInput, sim: BilledSim, span: Span, unpriced: Set<string>): BillLine[] {
  const lines: BillLine[] = []
  for (let dayStartMs = span.startMs; dayStartMs < span.endMs; dayStartMs += dayMs) {
    const counters = sim.air.day.get(dayStartMs / 1000)
    if (!counters) continue
    const date = toDayText(dayStartMs, zoneOffsetMinutes)
    for (const [speedClass, [upload = 0, download = 0]] of counters) {
      for (const [direction, bytes] of [['upload', upload], ['download', download]] as const) {
        if (bytes === 0) continue
        const price = findPrice(card.dataPrices, sim, speedClass, direction)
        if (price) lines.push({ imsi: sim.imsi, date, billItemName: `${direction}DataCharge`, amount: toAmount(price, bytes) })
        else unpriced.add(`data of ${sim.subscription} ${speedClass}`)
      }
    }
  }
  return lines
}

function findPrice(
  prices: readonly DataPrice[],
  { subscription }: BilledSim,
  speedClass: string,
  direction: DataPrice['direction'],
): DataPrice | undefined {
  return prices.find(
    (price) =>
      price.subscription === subscription &&
      price.direction === direction &&
      (price.speedClass === speedClass || price.speedClass === '*'),
  )
}

function toAmount({ price, perBytes, unitBytes }: DataPrice, bytes: number): number {
  return toExact((Math.ceil(bytes / unitBytes) * unitBytes * price) / perBytes)
}

function bundleLines({ card, nowMs }: BillInput, sim: BilledSim, span: Span, unpriced: Set<string>): BillLine[] {
  const carried = new Set<string>()
  for (const [index, { timeMs, bundles, status }] of sim.history.entries()) {
    const endMs = sim.history[index + 1]?.timeMs ?? nowMs
    if (timeMs < span.endMs && endMs >= span.startMs && status !== 'terminated') {
      for (const bundle of bundles) carried.add(bundle)
    }
  }
  return [...carried].flatMap((bundle): BillLine[] => {
    const fee = card.bundleFees.find((one) => one.bundle === bundle)
    if (fee) return [{ imsi: sim.imsi, date: span.month, billItemName: 'bundleCharge', amount: fee.price }]
    unpriced.add(`fee and allowance of bundle ${bundle}`)
    return []
  })
}

function beamLines({ card, coverageType }: BillInput, requests: number, span: Span, unpriced: Set<string>): BillLine[] {
  if (requests === 0) return []
  const price = card.beamPrices.find((one) => one.coverageType === coverageType)
  if (!price) {
    unpriced.add(`Beam requests of coverage type ${coverageType}`)
    return []
  }
  const charged = Math.max(0, requests - price.freeRequestsPerMonth)
  if (charged === 0) return []
  const amount = toExact((charged * price.price) / price.perRequests)
  return [{ imsi: undefined, date: span.month, billItemName: 'beamRequestCharge', amount }]
}

// Takes away what binary fractions leave over, far below any unit of money.
function toExact(amount: number): number {
  return Number(amount.toFixed(9))
}
