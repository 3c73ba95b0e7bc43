import { publishedRateCard, type RateCard } from '@soracom-fixtures/api/billing'
import type { UsageAmounts } from '@soracom-fixtures/emulator/billing'
import { type AirTraffic, toAirWire } from './air-traffic.ts'
import type { BeamTraffic } from './beam-traffic.ts'
import type { PlannedPoint } from './stats-points.ts'
import type { Subscriber } from './subscriber-handle.ts'

/**
 * What seeded usage costs by a tariff, without tax, fees and coupons, and as if the SIM's other usage, and that of other
 * SIMs, were none: allowances and free requests are all its own.
 */
export type ExpectedAmounts = UsageAmounts

/** Usage of a SIM. */
export interface SeededUsage {
  readonly air?: readonly PlannedPoint<AirTraffic>[]
  readonly beam?: readonly PlannedPoint<BeamTraffic>[]
}

/** Prices usage by a tariff, the published figures unless told. The engine of the bills is loaded for it. */
export async function expectAmounts(
  { subscription, bundles, operator }: Subscriber,
  { air = [], beam = [] }: SeededUsage,
  tariff: RateCard = publishedRateCard,
): Promise<ExpectedAmounts> {
  const { billUsage } = await import('./bill-usage.ts')
  return billUsage(
    {
      subscription,
      bundles,
      coverageTypes: operator.coverageTypes,
      air: air.map(({ unixtimeSeconds, traffic }) => ({ unixtimeSeconds, bytes: toBytes(traffic) })),
      beam: beam.map(({ unixtimeSeconds, traffic }) => ({ unixtimeSeconds, requests: toRequests(traffic) })),
    },
    tariff,
  )
}

function toBytes(traffic: AirTraffic): Record<string, readonly number[]> {
  const entries = Object.entries(toAirWire(traffic)).map(([speedClass, counts]) => [
    speedClass,
    [counts.uploadByteSizeTotal, counts.downloadByteSizeTotal],
  ])
  return Object.fromEntries(entries)
}

function toRequests(traffic: BeamTraffic): Record<string, readonly number[]> {
  return Object.fromEntries(Object.entries(traffic).map(([protocol, count]) => [protocol, [count]]))
}
