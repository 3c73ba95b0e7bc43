import type { DataPrice, HourBand } from '@soracom-fixtures/api/billing'
import { dayMs } from '../calendar.ts'
import type { BilledSim } from './bill-input.ts'

/** A SIM's bytes of one day, speed class and direction. */
export interface DayBytes {
  readonly sim: BilledSim
  readonly speedClass: string
  readonly direction: DataPrice['direction']
  readonly bytes: number
  readonly dayStartMs: number
}

/**
 * Shares a day's bytes out among prices. Only where a price names hours are the day's five-minute slots read; without
 * slots the bytes belong to the price that holds in the hours that no other names.
 */
export function bytesByPrice(
  prices: readonly DataPrice[],
  day: DayBytes,
): { readonly byPrice: ReadonlyMap<DataPrice, number>; readonly unpricedBytes: number } {
  const byPrice = new Map<DataPrice, number>()
  const otherwise = prices.find(({ hours }) => hours === undefined)
  let leftBytes = day.bytes
  if (prices.some(({ hours }) => hours !== undefined)) {
    for (const [slotMs, bytes] of slotsOf(day)) {
      const price = prices.find(({ hours }) => hours && isWithin(hours, slotMs)) ?? otherwise
      if (!price) continue
      byPrice.set(price, (byPrice.get(price) ?? 0) + bytes)
      leftBytes -= bytes
    }
  }
  if (otherwise && leftBytes > 0) byPrice.set(otherwise, (byPrice.get(otherwise) ?? 0) + leftBytes)
  return { byPrice, unpricedBytes: otherwise ? 0 : leftBytes }
}

// The slots of a day that hold bytes.
function* slotsOf({ sim, speedClass, direction, dayStartMs }: DayBytes): Generator<[number, number]> {
  for (let slotMs = dayStartMs; slotMs < dayStartMs + dayMs; slotMs += slotWidthMs) {
    const bytes = sim.air?.minutes?.get(slotMs / 1000)?.get(speedClass)?.[direction === 'upload' ? 0 : 1] ?? 0
    if (bytes > 0) yield [slotMs, bytes]
  }
}

// Bands such as 22 to 6 go over midnight.
function isWithin({ fromHour, toHour, zoneOffsetMinutes }: HourBand, timeMs: number): boolean {
  const hour = new Date(timeMs + zoneOffsetMinutes * 60_000).getUTCHours()
  return fromHour <= toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour
}

const slotWidthMs = 300_000
