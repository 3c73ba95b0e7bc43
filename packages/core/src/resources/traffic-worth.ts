import { type CouponBillItem, plans, type SpeedClass, type Subscription } from '@soracom-fixtures/api'
import {
  type BundleFee,
  chargeOfData,
  type DataPrice,
  dataPricesOf,
  type RateCard,
  toExact,
} from '@soracom-fixtures/api/billing'
import type { AirTraffic, AirTrafficOfClass } from './air-traffic.ts'
import type { BeamTraffic } from './beam-traffic.ts'

/** Bill items that usage makes. */
export type UsageItem = Exclude<CouponBillItem, 'dailyChargeTotal'>

/** What is to cost so much. */
export interface WishedWorth {
  readonly subscription: Subscription
  readonly bundles: readonly string[]
  /** Any that the tariff has a price for unless told. */
  readonly speedClass?: SpeedClass | undefined
  readonly item: UsageItem
  /** Without tax, in the currency of the plan's bill. */
  readonly amount: number
}

/** The usage that costs it, or why the tariff has none. */
export type Worth = { readonly air: AirTraffic } | { readonly beam: BeamTraffic } | { readonly problem: string }

/** Usage that makes an item of a month exactly an amount by a tariff, where the SIM has no other. */
export function trafficWorth(wish: WishedWorth, tariff: RateCard): Worth {
  return wish.item === 'dailySoracomBeamRequestChargeTotal' ? beamWorth(wish, tariff) : dataWorth(wish, tariff)
}

function beamWorth({ subscription, amount }: WishedWorth, tariff: RateCard): Worth {
  const { coverageType } = plans[subscription]
  const price = tariff.beamPrices.find((one) => one.coverageType === coverageType)
  if (!price || price.price === 0) {
    return { problem: `${toName(tariff)} has no price of Beam requests of coverage type ${coverageType} in beamPrices` }
  }
  const { price: ofMany, perRequests, freeRequestsPerMonth } = price
  const amountOf = (requests: number) => toExact((requests * ofMany) / perRequests)
  const requests = Math.round((amount * perRequests) / ofMany)
  if (amountOf(requests) === toExact(amount)) return { beam: { inHttp: freeRequestsPerMonth + requests } }
  const below = Math.floor((amount * perRequests) / ofMany)
  return { problem: inexpressible(amount, tariff, [amountOf(below), amountOf(below + 1)]) }
}

// Bytes that are priced: of one speed class and direction.
interface PricedBytes {
  readonly speedClass: SpeedClass
  readonly direction: DataPrice['direction']
  readonly price: Pick<DataPrice, 'price' | 'perBytes' | 'unitBytes'>
}

// With two prices, so many units of the first are tried.
const mostUnits = 1000

function dataWorth(wish: WishedWorth, tariff: RateCard): Worth {
  const { subscription, speedClass, amount } = wish
  const bundles = tariff.bundleFees.filter(({ bundle }) => wish.bundles.includes(bundle))
  const pooled = bundles.find((bundle) => bundle.pooled)
  if (pooled) return { problem: `${pooled.bundle} shares its allowance among SIMs, so one SIM alone tells no amount` }
  const prices = pricesOf(wish, tariff, bundles)
  if (prices.length === 0) {
    const what = speedClass === undefined ? subscription : `${subscription} in ${speedClass}`
    return { problem: `${toName(tariff)} has no price of data of ${what} in dataPrices that holds at every hour` }
  }
  const includedBytes = bundles.reduce((sum, bundle) => sum + (bundle.includedBytes ?? 0), 0)
  const parts = inOnePart(prices, amount) ?? inTwoParts(prices, amount)
  if (parts) return { air: toTraffic(parts, includedBytes) }
  const near = prices.flatMap((one) => {
    const units = Math.floor((amount * one.price.perBytes) / one.price.price / one.price.unitBytes)
    return [units, units + 1].map((count) => chargeOfData(one.price, count * one.price.unitBytes).amount)
  })
  return { problem: inexpressible(amount, tariff, near) }
}

// Bytes beyond an allowance may have a price of their own.
function pricesOf(
  { subscription, speedClass }: WishedWorth,
  tariff: RateCard,
  bundles: readonly BundleFee[],
): PricedBytes[] {
  const overage = bundles.find((bundle) => bundle.overage)?.overage
  const speedClasses = speedClass === undefined ? plans[subscription].speedClasses : [speedClass]
  return speedClasses.flatMap((one) =>
    (['download', 'upload'] as const).flatMap((direction) => {
      const [price, ...others] = overage ? [overage] : dataPricesOf(tariff, subscription, one, direction)
      const holdsAlways = price !== undefined && others.length === 0 && !('hours' in price)
      return holdsAlways && price.price > 0 ? [{ speedClass: one, direction, price }] : []
    }),
  )
}

interface Part extends PricedBytes {
  readonly bytes: number
}

function inOnePart(prices: readonly PricedBytes[], amount: number): Part[] | undefined {
  for (const one of prices) {
    const bytes = bytesFor(one, amount)
    if (bytes !== undefined) return [{ ...one, bytes }]
  }
  return undefined
}

// Some units of one price, and the rest by another.
function inTwoParts(prices: readonly PricedBytes[], amount: number): Part[] | undefined {
  for (const first of prices) {
    for (const second of prices) {
      if (first === second || first.price.price === second.price.price) continue
      for (let units = 1; units <= mostUnits; units += 1) {
        const bytes = units * first.price.unitBytes
        const rest = toExact(amount - chargeOfData(first.price, bytes).amount)
        if (rest <= 0) break
        const others = bytesFor(second, rest)
        if (others !== undefined)
          return [
            { ...first, bytes },
            { ...second, bytes: others },
          ]
      }
    }
  }
  return undefined
}

function bytesFor({ price }: PricedBytes, amount: number): number | undefined {
  const bytes = Math.round((amount * price.perBytes) / price.price / price.unitBytes) * price.unitBytes
  return Number.isSafeInteger(bytes) && bytes > 0 && toExact(chargeOfData(price, bytes).amount) === toExact(amount)
    ? bytes
    : undefined
}

// What a bundle includes goes first, and must be used up.
function toTraffic(parts: readonly Part[], includedBytes: number): AirTraffic {
  const traffic: { [Class in SpeedClass]?: AirTrafficOfClass } = {}
  const [first] = [...parts].sort(byBillOrder)
  for (const part of parts) {
    const { speedClass, direction, bytes } = part
    const all = bytes + (part === first ? includedBytes : 0)
    traffic[speedClass] = { ...traffic[speedClass], [direction]: all }
  }
  return traffic
}

// The bill takes speed classes by their names, and uploads before downloads.
function byBillOrder(left: Part, right: Part): number {
  if (left.speedClass !== right.speedClass) return left.speedClass < right.speedClass ? -1 : 1
  if (left.direction === right.direction) return 0
  return left.direction === 'upload' ? -1 : 1
}

function inexpressible(amount: number, tariff: RateCard, near: readonly number[]): string {
  const below = Math.max(...near.filter((one) => one <= amount))
  const above = Math.min(...near.filter((one) => one > amount))
  return `${toName(tariff)} cannot express the amount ${amount}; the nearest that it can are ${below} and ${above}`
}

function toName({ name }: RateCard): string {
  return `the tariff ${JSON.stringify(name)}`
}
