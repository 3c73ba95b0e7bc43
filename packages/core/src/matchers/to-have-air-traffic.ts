import type { AirStats } from '../resources/air-stats.ts'
import type { AirTotalsBySpeedClass, AirTraffic } from '../resources/air-traffic.ts'
import { isSeedOf, type NamedAmounts, toExpectedPeriods } from './expected-usage.ts'
import { lookAtUsage } from './look-at-usage.ts'
import type { MatcherContext, MatcherOptions, MatcherResult } from './matcher.ts'
import { isSubscriber, wrongReceived } from './received.ts'

/** Traffic that a SIM is expected to have: of a day, a month, several days, or all that a seed has. */
export type ExpectedAirTraffic =
  | { readonly day: string; readonly traffic: AirTraffic }
  | { readonly month: string; readonly traffic: AirTraffic }
  | { readonly days: Readonly<Record<string, AirTraffic>> }
  | Pick<AirStats, 'totalsByDay'>

/** Looks whether a SIM has traffic. What is not named, speed classes or directions, is not looked at. */
export async function toHaveAirTraffic(
  received: unknown,
  expected: ExpectedAirTraffic,
  context: MatcherContext & MatcherOptions,
): Promise<MatcherResult> {
  if (!isSubscriber(received)) throw wrongReceived('toHaveAirTraffic', 'the handle of a SIM', received)
  const { imsi, operator } = received
  return await lookAtUsage('Air traffic', received, {
    expected: toExpectedPeriods('toHaveAirTraffic', expected, toAmounts),
    isSeeded: isSeedOf(expected, imsi),
    context,
    async read(range) {
      const rows = await operator.client.stats.air(imsi, range)
      return rows.map(({ unixtime, dataTrafficStatsMap }) => ({ unixtime, amounts: toFound(dataTrafficStatsMap) }))
    },
  })
}

// The names under which an amount is declared, told by a handle, and given by the API.
const names: readonly (readonly [shown: string, declared: string, ofHandle: string, wire: string])[] = [
  ['upload', 'upload', 'uploadBytes', 'uploadByteSizeTotal'],
  ['download', 'download', 'downloadBytes', 'downloadByteSizeTotal'],
  ['upload packets', 'uploadPackets', 'uploadPackets', 'uploadPacketSizeTotal'],
  ['download packets', 'downloadPackets', 'downloadPackets', 'downloadPacketSizeTotal'],
]

function toAmounts(traffic: AirTraffic | AirTotalsBySpeedClass): NamedAmounts {
  return pick(traffic, ([, declared, ofHandle], counts) => counts[declared] ?? counts[ofHandle])
}

function toFound(traffic: object): NamedAmounts {
  return pick(traffic, ([, , , wire], counts) => counts[wire])
}

function pick(
  traffic: object,
  read: (name: (typeof names)[number], counts: Readonly<Record<string, number | undefined>>) => number | undefined,
): NamedAmounts {
  const entries = Object.entries(traffic).flatMap(([speedClass, counts]) =>
    names.flatMap((name) => {
      const amount = read(name, counts)
      return amount === undefined ? [] : [[`${speedClass} ${name[0]}`, amount] as const]
    }),
  )
  return Object.fromEntries(entries)
}
