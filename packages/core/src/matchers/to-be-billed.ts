import type { Operator } from '../resources/operator-handle.ts'
import type { Subscriber } from '../resources/subscriber-handle.ts'
import { lookUntil } from './look-until.ts'
import { type ComparedAmount, isSame, type MatcherContext, type MatcherOptions, type MatcherResult } from './matcher.ts'
import { periodOf } from './period-of.ts'
import { isOperator, isSubscriber, wrongExpected, wrongReceived } from './received.ts'
import { toMessage } from './to-message.ts'

/** What an operator or a SIM is expected to be billed. */
export interface ExpectedBill {
  /** `yyyy-MM`; or `day`. */
  readonly month?: string
  /** `yyyy-MM-dd`, without what is charged by the month. */
  readonly day?: string
  /**
   * A bill item, such as `dailyDataTrafficChargeTotal`. Left out: a month of an operator with tax and coupons; a day, or
   * a month of a SIM, without.
   */
  readonly item?: string
  readonly amount: number
}

/** Looks whether an operator, or a SIM of it, is billed an amount. */
export async function toBeBilled(
  received: unknown,
  expected: ExpectedBill,
  context: MatcherContext & MatcherOptions,
): Promise<MatcherResult> {
  const sim = isSubscriber(received) ? received : undefined
  const operator = sim?.operator ?? received
  if (!isOperator(operator)) throw wrongReceived('toBeBilled', 'the handle of an operator or a SIM', received)
  const { day, month, item, amount } = expected ?? {}
  const of = periodOf(day ?? month ?? '')
  if (!of || (day === undefined) === (month === undefined) || !Number.isFinite(amount)) {
    throw wrongExpected('toBeBilled', '{ month: "2026-10" or day: "2026-10-03", item, amount }', expected)
  }
  const look = async () => [{ item: item ?? 'all', when: of.when, expected: amount, found: await find(of.when) }]
  const find = (when: string) => findAmount(operator, sim, { when, item })
  const looked = await lookUntil(look, (rows) => rows.every(isSame), { ...context, endpoint: operator.endpoint })
  const others = looked.pass ? [] : await readOthers(operator, sim, of.when.slice(0, 7))
  const { tariff, unpriced } = looked.pass ? { tariff: undefined, unpriced: [] } : await operator.client.bills.notes()
  const who = sim ? `SIM ${sim.imsi}` : `operator ${operator.operatorId}`
  const headline = [
    `expected ${who} ${context.isNot ? 'not ' : ''}to be billed ${amount}${item ? ` of ${item}` : ''} in ${of.when}`,
    ...(tariff ? [`Billed by the emulator's rate card "${tariff}".`] : []),
    ...unpriced.map((what) => `Not billed, since it has no price: ${what}.`),
  ]
  const rows = [...looked.state, ...others.filter((one) => !isLookedAt(one, looked.state))]
  return { pass: looked.pass, message: () => toMessage(headline.join('\n'), rows, looked) }
}

// Where the amount stands that is asked for.
async function findAmount(
  { bills }: Operator,
  sim: Subscriber | undefined,
  { when, item }: { readonly when: string; readonly item: string | undefined },
): Promise<number | undefined> {
  const month = when.slice(0, 7)
  const isDay = when.length === 10
  if (!sim && !isDay && item === undefined) return (await bills.month(month))?.amount
  if (!sim && isDay && item === undefined) return (await bills.daily(month)).find(({ day }) => day === when)?.amount
  if (!sim && !isDay) {
    const items = await bills.byItem(month)
    // A month that the summary no longer reaches is read line by line.
    if (items) return items.find((one) => one.item === item)?.amount
  }
  if (sim && !isDay && item === undefined) {
    const sims = await bills.bySim(month)
    if (sims) return sims.find(({ simId }) => simId === sim.simId)?.amount
  }
  const lines = (await bills.lines(month)).filter(
    (line) =>
      (!isDay || line.date === when) && (item === undefined || line.item === item) && (!sim || line.imsi === sim.imsi),
  )
  return lines.length === 0 ? undefined : sum(lines)
}

// What else the month has, by item and day.
async function readOthers({ bills }: Operator, sim: Subscriber | undefined, month: string): Promise<ComparedAmount[]> {
  const lines = (await bills.lines(month)).filter((line) => !sim || line.imsi === sim.imsi)
  const byKey = new Map<string, typeof lines>()
  for (const line of lines) {
    for (const when of new Set([month, line.date])) {
      const key = `${line.item} ${when}`
      byKey.set(key, [...(byKey.get(key) ?? []), line])
    }
  }
  return [...byKey]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, ofKey]) => {
      const [item = '', when = ''] = key.split(' ')
      return { item, when, expected: undefined, found: sum(ofKey) }
    })
}

function isLookedAt({ item, when }: ComparedAmount, looked: readonly ComparedAmount[]): boolean {
  return looked.some((one) => one.item === item && one.when === when)
}

function sum(lines: readonly { readonly amount: number }[]): number {
  return Number(lines.reduce((all, { amount }) => all + amount, 0).toFixed(9))
}
