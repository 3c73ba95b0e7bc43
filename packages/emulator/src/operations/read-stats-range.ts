import { type StatsPeriod, statsPeriods } from '@soracom-fixtures/api'
import { bucketStart, isStatsTime } from '../rules/stats-buckets.ts'
import type { StatsRange } from '../rules/stats-csv.ts'
import { oldestBucketStart, type StatsReach } from '../rules/stats-reach.ts'
import { invalid } from './api-failure.ts'
import type { OperatorContext } from './operation.ts'

/** The buckets that a query asks for; 400 where it has no period or times that do. */
export function readStatsRange(context: OperatorContext, reach: StatsReach): StatsRange {
  const { query } = context
  const period = statsPeriods.find((one) => one === query.get('period') && reach[one])
  if (!period) throw invalid('period', query.get('period') ?? '')
  return toStatsRange(context, reach, { period, from: readTime(query, 'from'), to: readTime(query, 'to') })
}

/** The buckets that hold a moment from `from` to `to`: both ends snap outward. 400 for what is no time of stats. */
export function toStatsRange(
  { world, nowMs }: OperatorContext,
  reach: StatsReach,
  { period, from, to }: { readonly period: StatsPeriod; readonly from: number; readonly to: number },
): StatsRange {
  const { bucketZoneOffsetMinutes: offset, statsReach } = world.settings
  if (!isStatsTime(from)) throw invalid('from', from)
  if (!isStatsTime(to)) throw invalid('to', to)
  const fromStart = bucketStart(from, period, offset)
  const toStart = bucketStart(to, period, offset)
  if (statsReach === 'unlimited') return { period, offset, fromStart, toStart }
  return { period, offset, fromStart: Math.max(fromStart, oldestBucketStart(reach, period, nowMs, offset)), toStart }
}

function readTime(query: URLSearchParams, name: 'from' | 'to'): number {
  const text = query.get(name) ?? ''
  if (!/^\d+$/.test(text)) throw invalid(name, text)
  return Number(text)
}
