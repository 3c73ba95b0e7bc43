import type { Subscription } from '../plans.ts'
import type { BasicFee, DataPrice, Provenance, RateCard } from './rate-card.ts'

const mebibyte = 1_048_576
const kibibyte = 1024

const billSample: Provenance = { source: 'sample of a bill as CSV in a handson of the vendor', asOf: '2016' }
const rubyTariff: Provenance = { source: 'tariff table of the client kos59125/soracomr', asOf: '2015-12' }
const priceList: Provenance = {
  source: "a third party's transcription of developers.soracom.io/en/docs/reference/fees",
  asOf: '2026-05-25',
}
const vendorBlog: Provenance = {
  source: 'blog.soracom.jp, how to buy and use plan01s-low_data_volume; data in Japan',
  asOf: '2017-05-22',
}
const statusGuide: Provenance = { source: 'users.soracom.io, statuses of a SIM; for its first year', asOf: '2026' }
const billingGuide: Provenance = { source: 'users.soracom.io, how to read a bill', asOf: '2026' }

/**
 * The figures that sources tell, and no other. Not known, and so absent: present tariffs of plan-K, plan-K2, plan-KM1,
 * plan-DU and planXM1, s1.4xfast on plan-D, prices and allowances of all bundles but X3-5MB, data prices by country,
 * fees of SIMs that are standby or suspended, those of ready ones under most Japanese plans, and Beam in yen.
 */
export const publishedRateCard: RateCard = {
  name: 'published-2026-11',
  basicFees: [
    { subscription: 'plan-D', per: 'day', statuses: ['active', 'inactive'], price: 10, ...billSample },
    {
      subscription: 'plan01s',
      per: 'day',
      statuses: ['active', 'inactive'],
      price: 0.06,
      beyond: { sims: 100, price: 0.05 },
      ...priceList,
    },
    {
      subscription: 'plan01s-low_data_volume',
      per: 'month',
      statuses: ['active', 'inactive'],
      price: 0.4,
      ...vendorBlog,
    },
    { subscription: 'planP1', per: 'month', statuses: ['active', 'inactive'], price: 1.8, ...priceList },
    ...freeWhileReady('plan01s', 'plan01s-low_data_volume', 'planX3', 'plan-KM1'),
  ],
  dataPrices: [
    ...planD('upload', { 's1.minimum': 0.2, 's1.slow': 0.22, 's1.standard': 0.24, 's1.fast': 0.3 }),
    ...planD('download', { 's1.minimum': 0.6, 's1.slow': 0.7, 's1.standard': 0.8, 's1.fast': 1 }),
    ...bothWays('plan01s-low_data_volume', 0.5, 100 * kibibyte, vendorBlog),
  ],
  bundleFees: [{ bundle: 'X3-5MB', price: 1, ...priceList }],
  beamPrices: [{ coverageType: 'g', price: 0.09, perRequests: 10_000, freeRequestsPerMonth: 100_000, ...priceList }],
  taxRates: [
    { coverageType: 'jp', fromMonth: '201404', rate: 0.08, ...billingGuide },
    { coverageType: 'jp', fromMonth: '201910', rate: 0.1, ...billingGuide },
  ],
  currencies: [
    { coverageType: 'jp', currency: 'JPY', ...billingGuide },
    { coverageType: 'g', currency: 'USD', ...billingGuide },
  ],
  gaps: [
    {
      subscription: 'plan-D',
      what: 'night price of plan-D (0.2 yen for a MiB): its hours are not known, all are billed as daytime',
      ...rubyTariff,
    },
  ],
}

// The status guide: no basic fee while ready, until a renewal fee after a year.
function freeWhileReady(...subscriptions: readonly Subscription[]): BasicFee[] {
  return subscriptions.map((subscription) => ({
    subscription,
    per: 'day',
    statuses: ['ready'],
    price: 0,
    ...statusGuide,
  }))
}

// Daytime prices for a MiB by speed class.
function planD(direction: DataPrice['direction'], prices: Readonly<Record<string, number>>): DataPrice[] {
  return Object.entries(prices).map(([speedClass, price]) => ({
    subscription: 'plan-D',
    speedClass,
    direction,
    price,
    perBytes: mebibyte,
    unitBytes: 1,
    ...rubyTariff,
  }))
}

// One price for a MiB up and down and in every speed class.
function bothWays(subscription: Subscription, price: number, unitBytes: number, provenance: Provenance): DataPrice[] {
  return (['upload', 'download'] as const).map((direction) => ({
    subscription,
    speedClass: '*',
    direction,
    price,
    perBytes: mebibyte,
    unitBytes,
    ...provenance,
  }))
}
