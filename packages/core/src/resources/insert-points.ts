import type { PlannedPoint } from './stats-points.ts'

// Points that are on their way at once. The client bounds the calls in flight of the whole set; this bounds the promises.
const pointsAtOnce = 64

/** Sends points side by side and stops at the first that fails. */
export async function insertPoints<Traffic>(
  points: readonly PlannedPoint<Traffic>[],
  phase: (doing: string) => void,
  insert: (point: PlannedPoint<Traffic>) => Promise<void>,
): Promise<void> {
  let next = 0
  let failed = false
  const work = async (): Promise<void> => {
    for (let index = next++; index < points.length && !failed; index = next++) {
      if (index % 1000 === 0) phase(`inserting point ${index + 1} of ${points.length}`)
      try {
        await insert(points[index] as PlannedPoint<Traffic>)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const workers = Array.from({ length: Math.min(pointsAtOnce, points.length) }, work)
  const results = await Promise.allSettled(workers)
  const rejected = results.find((result) => result.status === 'rejected')
  if (rejected) throw rejected.reason
}
