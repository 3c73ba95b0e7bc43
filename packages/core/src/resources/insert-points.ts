import { type OnceContext, once } from './once.ts'
import type { PlannedPoint } from './stats-points.ts'

// Points that are on their way at once. The client bounds the calls in flight of the whole set; this bounds the promises.
const pointsAtOnce = 64

/** How one kind of points is sent, and read back. */
export interface PointCalls<Traffic> {
  insert(point: PlannedPoint<Traffic>): Promise<void>
  /** Whether the day of a point holds as much as the point has. */
  isThere(point: PlannedPoint<Traffic>): Promise<boolean>
}

/**
 * Sends points side by side, each once, and stops at the first that fails. A point whose answer was lost is sent again:
 * the API refuses a second one at the same time (400, published sandbox document).
 */
export async function insertPoints<Traffic>(
  { signal, phase }: OnceContext,
  points: readonly PlannedPoint<Traffic>[],
  { insert, isThere }: PointCalls<Traffic>,
): Promise<void> {
  const quiet = { signal, phase: () => {} }
  let next = 0
  let failure: { readonly error: unknown } | undefined
  const work = async (): Promise<void> => {
    for (let index = next++; index < points.length && !failure; index = next++) {
      const point = points[index] as PlannedPoint<Traffic>
      const tell = () => phase(`inserting point ${index + 1} of ${points.length} (${toText(point)})`)
      if (index % 1000 === 0) tell()
      try {
        await once(quiet, 'inserting a point', {
          act: () => insert(point).then(() => true),
          look: async () => (await isThere(point)) || undefined,
          refusedTwice: true,
        })
      } catch (error) {
        // Of several that fail side by side, the first is told.
        if (!failure) tell()
        failure ??= { error }
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(pointsAtOnce, points.length) }, work))
  if (failure) throw failure.error
}

function toText({ unixtimeSeconds }: PlannedPoint<unknown>): string {
  return new Date(unixtimeSeconds * 1000).toISOString()
}
