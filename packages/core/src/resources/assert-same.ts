import { describeCause } from '../errors/describe-cause.ts'
import { finestBuckets } from './finest-buckets.ts'
import type { Amounts, PointCalls } from './insert-points.ts'
import type { PlannedPoint } from './stats-points.ts'

const daySeconds = 86_400

/**
 * Compares what the target holds with what a seed has, around points that it refused because something is there. The
 * finest buckets that reach back so far must hold exactly the seed's points.
 *
 * @throws an error that tells the first difference, caused by the refusal.
 */
export async function assertSame<Traffic>(
  points: readonly PlannedPoint<Traffic>[],
  refused: readonly PlannedPoint<Traffic>[],
  { calls, refusal }: { readonly calls: PointCalls<Traffic>; readonly refusal: unknown },
): Promise<void> {
  const oldest = refused.reduce((least, { unixtimeSeconds }) => Math.min(least, unixtimeSeconds), Number.MAX_VALUE)
  const { period, widthSeconds } = finestBuckets(oldest)
  const startOf = (seconds: number) => seconds - (seconds % widthSeconds)
  const touched = new Set(refused.map(({ unixtimeSeconds }) => startOf(unixtimeSeconds)))
  const wanted = sumByBucket(points, (seconds) => startOf(seconds), calls)
  const found = new Map<number, Amounts>()
  const days = new Set([...touched].map((start) => start - (start % daySeconds)))
  const rows = await Promise.all([...days].map((day) => calls.read({ from: day, to: day + daySeconds - 1, period })))
  for (const { unixtime, amounts } of rows.flat()) found.set(unixtime, amounts)
  for (const start of [...touched].sort((left, right) => left - right)) {
    const difference = describeDifference(wanted.get(start) ?? {}, found.get(start) ?? {})
    if (!difference) continue
    const at = new Date(start * 1000).toISOString()
    throw new Error(
      `The SIM has other stats already in the ${period === 'minutes' ? 'five minutes' : 'day'} from ${at} on: ${difference}. ` +
        `Seed another time or another SIM; stats cannot be taken back. ${describeCause(refusal)}`,
      { cause: refusal },
    )
  }
}

function sumByBucket<Traffic>(
  points: readonly PlannedPoint<Traffic>[],
  startOf: (seconds: number) => number,
  { toAmounts }: PointCalls<Traffic>,
): ReadonlyMap<number, Amounts> {
  const sums = new Map<number, Record<string, number>>()
  for (const { unixtimeSeconds, traffic } of points) {
    const start = startOf(unixtimeSeconds)
    const sum = sums.get(start) ?? {}
    sums.set(start, sum)
    for (const [name, amount] of Object.entries(toAmounts(traffic))) sum[name] = (sum[name] ?? 0) + amount
  }
  return sums
}

function describeDifference(wanted: Amounts, found: Amounts): string | undefined {
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
    const [wish, there] = [wanted[name] ?? 0, found[name] ?? 0]
    if (wish !== there) return `${name} is ${there}, and the seed has ${wish}`
  }
  return undefined
}
