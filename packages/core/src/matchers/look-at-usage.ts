import type { StatsPeriod } from '@soracom-fixtures/api'
import type { Subscriber } from '../resources/subscriber-handle.ts'
import type { ExpectedPeriod, NamedAmounts } from './expected-usage.ts'
import { lookUntil } from './look-until.ts'
import { type ComparedAmount, isSame, type MatcherContext, type MatcherOptions, type MatcherResult } from './matcher.ts'
import { toMessage } from './to-message.ts'

/** How one kind of usage is read. */
export type ReadUsage = (range: {
  readonly from: number
  readonly to: number
  readonly period: StatsPeriod
}) => Promise<readonly { readonly unixtime: number; readonly amounts: NamedAmounts }[]>

/** Holds what a SIM used against what is expected, until it is so. */
export async function lookAtUsage(
  what: string,
  { imsi, operator }: Subscriber,
  wish: {
    readonly expected: readonly ExpectedPeriod[]
    /** Whether the target has taken in all that is expected, so that what it does not show is late. */
    readonly isSeeded: boolean
    readonly read: ReadUsage
    readonly context: MatcherContext & MatcherOptions
  },
): Promise<MatcherResult> {
  const { expected, isSeeded, read, context } = wish
  const look = async () => await compare(expected, read)
  const { endpoint } = operator
  const looked = await lookUntil(look, (amounts) => amounts.every(isSame), { ...context, endpoint })
  const headline = `expected SIM ${imsi} ${context.isNot ? 'not ' : ''}to have ${what}`
  return { pass: looked.pass, message: () => toMessage(headline, looked.state, { ...looked, isSeeded }) }
}

// One read for days and one for months, over all that is expected.
async function compare(expected: readonly ExpectedPeriod[], read: ReadUsage): Promise<ComparedAmount[]> {
  const found = new Map<string, NamedAmounts>()
  for (const period of ['day', 'month'] as const) {
    const starts = expected.filter((one) => one.period === period).map(({ startSeconds }) => startSeconds)
    if (starts.length === 0) continue
    const rows = await read({ from: Math.min(...starts), to: Math.max(...starts), period })
    for (const { unixtime, amounts } of rows) found.set(`${period} ${unixtime}`, amounts)
  }
  return expected.flatMap(({ when, period, startSeconds, amounts }) => {
    const there = found.get(`${period} ${startSeconds}`)
    return Object.entries(amounts).map(([item, amount]) => ({ item, when, expected: amount, found: there?.[item] }))
  })
}
