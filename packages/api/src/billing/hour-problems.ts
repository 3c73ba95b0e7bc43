import type { DataPrice, HourBand } from './rate-card.ts'

/** What is wrong with the hours of data prices: hours that are none, that two prices name, or that none covers. */
export function hourProblems(prices: readonly DataPrice[]): string[] {
  const groups = new Map<string, DataPrice[]>()
  for (const price of prices) {
    const key = `${price.direction} of ${price.subscription} in ${price.speedClass}`
    groups.set(key, [...(groups.get(key) ?? []), price])
  }
  return [...groups].flatMap(([key, ofKey]) => problemsOf(key, ofKey))
}

const minutesOfDay = 1440

function problemsOf(key: string, prices: readonly DataPrice[]): string[] {
  const bands = prices.flatMap(({ hours }) => (hours ? [hours] : []))
  const wrong = bands.find((band) => !isBand(band))
  if (wrong) return [`the hours ${wrong.fromHour} to ${wrong.toHour} of the ${key} are none; hours go from 0 to 24`]
  const always = prices.length - bands.length
  if (always > 1) return [`the price of ${key} stands there twice`]
  const covered = new Uint8Array(minutesOfDay)
  for (const band of bands) {
    for (const minute of minutesOf(band)) {
      if (covered[minute] === 1) return [`two prices of ${key} hold at ${toClock(minute)} UTC`]
      covered[minute] = 1
    }
  }
  const gap = covered.indexOf(0)
  return always === 0 && gap >= 0 ? [`no price of ${key} holds at ${toClock(gap)} UTC; give one without hours`] : []
}

function isBand({ fromHour, toHour, zoneOffsetMinutes }: HourBand): boolean {
  const areHours = [fromHour, toHour].every((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24)
  return areHours && fromHour !== toHour && Number.isInteger(zoneOffsetMinutes)
}

// The minutes of the UTC day that a band holds in; one such as 22 to 6 goes over midnight.
function minutesOf({ fromHour, toHour, zoneOffsetMinutes }: HourBand): number[] {
  const hours = (toHour - fromHour + 24) % 24 || 24
  const start = fromHour * 60 - zoneOffsetMinutes
  return Array.from(
    { length: hours * 60 },
    (_, index) => (((start + index) % minutesOfDay) + minutesOfDay) % minutesOfDay,
  )
}

function toClock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
