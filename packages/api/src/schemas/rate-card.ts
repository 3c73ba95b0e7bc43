import * as v from 'valibot'
import { coverageTypes } from '../coverage-types.ts'
import { bundles, subscriptions } from '../plans.ts'
import { speedClasses } from '../speed-classes.ts'
import { subscriberStatuses } from '../subscriber-statuses.ts'
import { currencySchema } from './common.ts'

const provenance = { source: v.string(), asOf: v.string() }
const price = v.pipe(v.number(), v.minValue(0))
const units = v.pipe(v.number(), v.integer(), v.minValue(1))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const hour = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24))
const subscription = v.picklist(subscriptions)
const coverageType = v.picklist(coverageTypes)
const directions = ['upload', 'download'] as const

/** A rate card as JSON. What it means stands at the type `RateCard`. */
export const rateCardSchema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  name: v.string(),
  basicFees: v.array(
    v.strictObject({
      subscription,
      per: v.picklist(['day', 'month']),
      prorated: v.exactOptional(v.boolean()),
      statuses: v.array(v.picklist(subscriberStatuses)),
      price,
      beyond: v.exactOptional(v.strictObject({ sims: count, price })),
      ...provenance,
    }),
  ),
  dataPrices: v.array(
    v.strictObject({
      subscription,
      speedClass: v.picklist(['*', ...speedClasses]),
      direction: v.picklist(directions),
      price,
      perBytes: units,
      unitBytes: units,
      hours: v.exactOptional(
        v.strictObject({ fromHour: hour, toHour: hour, zoneOffsetMinutes: v.pipe(v.number(), v.integer()) }),
      ),
      ...provenance,
    }),
  ),
  bundleFees: v.array(
    v.strictObject({
      bundle: v.picklist(bundles),
      price,
      includedBytes: v.exactOptional(count),
      pooled: v.exactOptional(v.boolean()),
      overage: v.exactOptional(v.strictObject({ price, perBytes: units, unitBytes: units })),
      ...provenance,
    }),
  ),
  beamPrices: v.array(
    v.strictObject({ coverageType, price, perRequests: units, freeRequestsPerMonth: count, ...provenance }),
  ),
  taxRates: v.array(
    v.strictObject({
      coverageType,
      fromMonth: v.string(),
      rate: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      ...provenance,
    }),
  ),
  currencies: v.array(
    v.strictObject({
      coverageType,
      currency: currencySchema,
      rounding: v.exactOptional(v.strictObject({ decimals: count, mode: v.picklist(['floor', 'round', 'ceil']) })),
      ...provenance,
    }),
  ),
  gaps: v.array(v.strictObject({ subscription, what: v.string(), ...provenance })),
})
