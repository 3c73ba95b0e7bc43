import type { PlannedPoint } from './stats-points.ts'

/** Sums points in all, by day (`yyyy-MM-dd`) and by month (`yyyy-MM`), in UTC and in order. */
export function sumByPeriod<Traffic, Sum>(
  points: readonly PlannedPoint<Traffic>[],
  toSum: (traffic: Traffic) => Sum,
  add: (a: Sum, b: Sum) => Sum,
): { readonly all: Sum | undefined; readonly byDay: Record<string, Sum>; readonly byMonth: Record<string, Sum> } {
  const byDay = new Map<string, Sum>()
  for (const { unixtimeSeconds, traffic } of points) {
    addTo(byDay, new Date(unixtimeSeconds * 1000).toISOString().slice(0, 10), toSum(traffic), add)
  }
  const byMonth = new Map<string, Sum>()
  for (const [day, sum] of byDay) addTo(byMonth, day.slice(0, 7), sum, add)
  const [first, ...others] = byMonth.values()
  return {
    all: others.reduce<Sum | undefined>((a, b) => (a === undefined ? b : add(a, b)), first),
    byDay: inOrder(byDay),
    byMonth: inOrder(byMonth),
  }
}

function addTo<Sum>(sums: Map<string, Sum>, key: string, sum: Sum, add: (a: Sum, b: Sum) => Sum): void {
  const before = sums.get(key)
  sums.set(key, before === undefined ? sum : add(before, sum))
}

function inOrder<Sum>(sums: ReadonlyMap<string, Sum>): Record<string, Sum> {
  return Object.fromEntries([...sums].sort(([left], [right]) => (left < right ? -1 : 1)))
}
