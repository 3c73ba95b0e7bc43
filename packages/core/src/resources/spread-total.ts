import type { Time } from '../kit/time.ts'
import type { PlannedPoint } from './stats-points.ts'

/**
 * How a total is spread: evenly over the days, over Monday to Friday alone, rising from day to day, or in as many bursts
 * at times and of sizes that follow from a seed.
 */
export type Spread = 'even' | 'weekdays' | 'ramp' | { readonly bursts: number; readonly seed: number | string }

/** A total of traffic, spread over the days from one time up to another. */
export interface SpreadTotal<Traffic> {
  /** What all points have together, to the byte. */
  readonly total: Traffic
  /** The first point, and each day's: later ones stand at the same time of day. */
  readonly from: Time
  /** Where it ends; no point stands there. `from: '2026-11', to: '2026-12'` is November. */
  readonly to: Time
  readonly spread: Spread
}

/** The points of a total, in order; those that would have nothing are left out. */
export function spreadTotal<Traffic>(
  { total, spread }: SpreadTotal<Traffic>,
  span: { readonly from: number; readonly to: number },
  problems: string[],
): PlannedPoint<Traffic>[] {
  const whole = [{ unixtimeSeconds: span.from, traffic: total }]
  if (span.to <= span.from) problems.push('to must lie after from')
  // What is no amount is told where traffic is checked.
  if (problems.length > 0 || !amountsOf(total).every(isAmount)) return whole
  const places = toPlaces(spread, span, problems)
  if (places.length === 0) return whole
  const sharesOf = memo((amount) => toShares(amount, places))
  const points = places.map(({ unixtimeSeconds }, index) => ({
    unixtimeSeconds,
    traffic: mapAmounts<Traffic>(total, (amount) => sharesOf(amount)[index] ?? 0),
  }))
  const filled = points.filter(({ traffic }) => amountsOf(traffic).some((amount) => amount !== 0))
  return filled.length > 0 ? filled : whole
}

// Where points stand, and how much of the whole each has.
interface Place {
  readonly unixtimeSeconds: number
  readonly weight: number
}

const daySeconds = 86_400
const mostBurstWeight = 1000

function toPlaces(spread: Spread, span: { readonly from: number; readonly to: number }, problems: string[]): Place[] {
  if (typeof spread === 'object' && spread !== null) return toBursts(spread, span, problems)
  if (!['even', 'weekdays', 'ramp'].includes(spread)) {
    problems.push(
      `spread ${JSON.stringify(spread)} is unknown; there are "even", "weekdays", "ramp" and { bursts, seed }`,
    )
    return []
  }
  const places: Place[] = []
  for (let at = span.from; at < span.to; at += daySeconds) {
    const weekday = new Date(at * 1000).getUTCDay()
    if (spread === 'weekdays' && (weekday === 0 || weekday === 6)) continue
    places.push({ unixtimeSeconds: at, weight: spread === 'ramp' ? places.length + 1 : 1 })
  }
  if (places.length === 0) problems.push('spread "weekdays": no day from Monday to Friday (in UTC) lies in it')
  return places
}

function toBursts(
  { bursts, seed }: Extract<Spread, object>,
  { from, to }: { readonly from: number; readonly to: number },
  problems: string[],
): Place[] {
  if (!Number.isInteger(bursts) || bursts < 1 || bursts > to - from) {
    problems.push(`bursts must be a whole number from 1 to ${to - from}, the seconds that there are, not ${bursts}`)
  }
  if (seed === undefined)
    problems.push('seed is missing; give a number or a text, so that the bursts are the same again')
  if (problems.length > 0) return []
  const random = createRandom(String(seed))
  const times = new Set<number>()
  while (times.size < bursts) times.add(from + Math.floor(random() * (to - from)))
  return [...times]
    .sort((left, right) => left - right)
    .map((unixtimeSeconds) => ({ unixtimeSeconds, weight: 1 + Math.floor(random() * mostBurstWeight) }))
}

// Each place gets what lies between two roundings down, so that nothing is lost; in whole numbers of any size.
function toShares(total: number, places: readonly Place[]): number[] {
  const sum = places.reduce((all, { weight }) => all + BigInt(weight), 0n)
  let [weights, given] = [0n, 0n]
  return places.map(({ weight }) => {
    weights += BigInt(weight)
    const upTo = (BigInt(total) * weights) / sum
    const share = Number(upTo - given)
    given = upTo
    return share
  })
}

// mulberry32 over a hash of the seed: small, and the same on every machine.
function createRandom(seed: string): () => number {
  let state = 0
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

// The numbers in traffic, at any depth.
function amountsOf(traffic: unknown): unknown[] {
  if (typeof traffic !== 'object' || traffic === null) return [traffic]
  return Object.values(traffic).flatMap(amountsOf)
}

function mapAmounts<Traffic>(traffic: Traffic, toAmount: (amount: number) => number): Traffic {
  if (typeof traffic === 'number') return toAmount(traffic) as Traffic
  if (typeof traffic !== 'object' || traffic === null) return traffic
  const entries = Object.entries(traffic).map(([name, value]) => [name, mapAmounts(value, toAmount)] as const)
  return Object.fromEntries(entries) as Traffic
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function memo<Value>(make: (key: number) => Value): (key: number) => Value {
  const made = new Map<number, Value>()
  return (key) => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}
