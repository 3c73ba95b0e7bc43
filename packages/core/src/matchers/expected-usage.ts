import { type Period, periodOf } from './period-of.ts'
import { wrongExpected } from './received.ts'

/** Amounts by name. */
export type NamedAmounts = Readonly<Record<string, number>>

/** What is expected in a period. */
export interface ExpectedPeriod extends Period {
  readonly amounts: NamedAmounts
}

/** What usage is expected, period by period: that of a day, of a month, of several days, or all that a seed has. */
export function toExpectedPeriods<Traffic>(
  matcher: string,
  expected: unknown,
  toAmounts: (traffic: Traffic) => NamedAmounts,
): ExpectedPeriod[] {
  const wish = (expected ?? {}) as Readonly<Record<string, unknown>>
  const byWhen = toByWhen(wish)
  const periods = Object.entries(byWhen).map(([when, traffic]) => ({ when, of: periodOf(when), traffic }))
  const wrong = periods.find(({ of, traffic }) => !of || typeof traffic !== 'object' || traffic === null)
  if (periods.length === 0 || wrong) {
    const wanted =
      '{ day: "2026-11-01", traffic }, { month: "2026-11", traffic }, { days: { "2026-11-01": traffic } } or a seed'
    throw wrongExpected(matcher, wanted, expected)
  }
  return periods.flatMap(({ of, traffic }) => (of ? [{ ...of, amounts: toAmounts(traffic as Traffic) }] : []))
}

function toByWhen(wish: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if ('totalsByDay' in wish) return wish.totalsByDay as Readonly<Record<string, unknown>>
  if ('days' in wish) return (wish.days ?? {}) as Readonly<Record<string, unknown>>
  const when = wish.day ?? wish.month
  return typeof when === 'string' ? { [when]: wish.traffic } : {}
}

/** Whether what is expected is the handle of a seed of a SIM: its points are in since the setup. */
export function isSeedOf(expected: unknown, imsi: string): boolean {
  const { totalsByDay, imsi: ofSeed } = expected as { readonly totalsByDay?: unknown; readonly imsi?: unknown }
  return totalsByDay !== undefined && ofSeed === imsi
}
