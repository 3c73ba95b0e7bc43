import type { StatsPeriod } from '@soracom-fixtures/api'
import { SoracomApiError } from '@soracom-fixtures/client/errors'
import { assertSame } from './assert-same.ts'
import { finestBuckets } from './finest-buckets.ts'
import { type OnceContext, once } from './once.ts'
import type { PlannedPoint } from './stats-points.ts'

// Points that are on their way at once. The client bounds the calls in flight of the whole set; this bounds the promises.
const pointsAtOnce = 64
// How many steps of progress a long seed tells, and how many points a step has at least.
const steps = 100
const leastOfStep = 100

/** Amounts by name, such as `s1.fast uploadByteSizeTotal`. */
export type Amounts = Readonly<Record<string, number>>

/** How one kind of points is sent, and read back. */
export interface PointCalls<Traffic> {
  insert(point: PlannedPoint<Traffic>): Promise<void>
  toAmounts(traffic: Traffic): Amounts
  /** What the target holds of the SIM in the buckets between two moments. */
  read(range: {
    readonly from: number
    readonly to: number
    readonly period: StatsPeriod
  }): Promise<readonly { readonly unixtime: number; readonly amounts: Amounts }[]>
}

/**
 * Sends points side by side, each once, and stops at the first that fails. A point whose answer was lost is sent again:
 * the API refuses a second one at the same time (400, published sandbox document). A point that is there from an earlier
 * run is refused too; it counts as done where the target holds the same, and only there.
 */
export async function insertPoints<Traffic>(
  { signal, phase }: OnceContext,
  points: readonly PlannedPoint<Traffic>[],
  calls: PointCalls<Traffic>,
): Promise<void> {
  const quiet = { signal, phase: () => {} }
  const step = Math.max(leastOfStep, Math.ceil(points.length / steps))
  const refused: PlannedPoint<Traffic>[] = []
  let refusal: unknown
  let next = 0
  let failure: { readonly error: unknown } | undefined

  const send = async (point: PlannedPoint<Traffic>): Promise<void> => {
    try {
      await once(quiet, 'inserting a point', {
        act: () => calls.insert(point).then(() => true),
        look: async () => (await isThere(point, calls)) || undefined,
        refusedTwice: true,
      })
    } catch (error) {
      const isKnown = refused.length > 0
      if (!isRefusal(error) || !(isKnown || (await isThere(point, calls)))) throw error
      refusal ??= error
      refused.push(point)
    }
  }

  const work = async (): Promise<void> => {
    for (let index = next++; index < points.length && !failure; index = next++) {
      const point = points[index] as PlannedPoint<Traffic>
      const tell = () => phase(`inserting point ${index + 1} of ${points.length} (${toText(point)})`)
      if (index % step === 0) tell()
      try {
        await send(point)
      } catch (error) {
        // Of several that fail side by side, the first is told.
        if (!failure) tell()
        failure ??= { error }
      }
    }
  }

  await Promise.all(Array.from({ length: Math.min(pointsAtOnce, points.length) }, work))
  if (failure) throw failure.error
  if (refused.length === 0) return
  phase(`comparing ${refused.length} points that are there already`)
  await assertSame(points, refused, { calls, refusal })
}

// Whether what the target holds around a point is as much as the point has.
async function isThere<Traffic>(
  { unixtimeSeconds, traffic }: PlannedPoint<Traffic>,
  { read, toAmounts }: PointCalls<Traffic>,
): Promise<boolean> {
  const { period } = finestBuckets(unixtimeSeconds)
  const [row] = await read({ from: unixtimeSeconds, to: unixtimeSeconds, period })
  return (
    row !== undefined &&
    Object.entries(toAmounts(traffic)).every(([name, amount]) => (row.amounts[name] ?? 0) >= amount)
  )
}

// A refusal after a loss was looked up already.
function isRefusal(error: unknown): boolean {
  return SoracomApiError.is(error) && error.status === 400 && error.attempts === 1
}

function toText({ unixtimeSeconds }: PlannedPoint<unknown>): string {
  return new Date(unixtimeSeconds * 1000).toISOString()
}
