import type { TrafficRank } from '@soracom-fixtures/api'
import { bucketStart, isStatsTime } from '../rules/stats-buckets.ts'
import { findByImsi } from '../state/sim-table.ts'
import { keysAfter } from '../state/sorted-keys.ts'
import { bucketsBetween, type StatsTable } from '../state/stats-table.ts'
import { ok } from './answer.ts'
import { invalid } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { readLimit } from './page.ts'
import { readInteger, readWord } from './read-query.ts'

/** Which SIMs sent and received most. Unlike all other statistics it is asked for in milliseconds (published document). */
export const trafficRankingOperations: readonly Operation[] = [
  {
    operationId: 'searchSubscriberTrafficVolumeRanking',
    handle({ world, operator, query }) {
      const [fromSeconds, toSeconds] = [readTime(query, 'from'), readTime(query, 'to')]
      const isAscending = readWord(query, 'order', ['desc', 'asc']) === 'asc'
      const limit = readLimit(query, 10, 500)
      const { bucketZoneOffsetMinutes: offset, rankingHasIdleSims } = world.settings
      const ranks: TrafficRank[] = []
      for (const imsi of keysAfter(operator.imsis)) {
        const air = findByImsi(world, imsi)?.air
        const trafficVolume = air ? bytesBetween(air, fromSeconds, toSeconds, offset) : 0
        if (trafficVolume > 0 || rankingHasIdleSims) ranks.push({ imsi, trafficVolume })
      }
      // The sort is stable: SIMs with the same volume stay in order of IMSI.
      ranks.sort((left, right) => (right.trafficVolume - left.trafficVolume) * (isAscending ? -1 : 1))
      return ok(ranks.slice(0, limit))
    },
  },
]

function readTime(query: URLSearchParams, name: 'from' | 'to'): number {
  const timeMs = readInteger(query, name)
  const seconds = Math.floor((timeMs ?? -1000) / 1000)
  if (!isStatsTime(seconds)) throw invalid(name, query.get(name) ?? '')
  return seconds
}

// By five minutes, the finest that usage is kept in.
function bytesBetween(air: StatsTable, fromSeconds: number, toSeconds: number, offset: number): number {
  const [first, last] = [bucketStart(fromSeconds, 'minutes', offset), bucketStart(toSeconds, 'minutes', offset)]
  let bytes = 0
  for (const [, counters] of bucketsBetween(air, 'minutes', first, last, offset)) {
    for (const [upload = 0, download = 0] of counters.values()) bytes += upload + download
  }
  return bytes
}
