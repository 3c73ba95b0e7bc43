import type { Subscription } from '@soracom-fixtures/api'
import type { DataPrice, RateCard } from './rate-card.ts'

const mebibyte = 1_048_576
const kibibyte = 1024

/**
 * The figures that sources tell, and no other. Prices of 2015 and 2016 are those of a Ruby client and of a sample of a
 * bill; those of 2026 are a third party's transcription. Not known, and so absent: present tariffs of plan-K, plan-K2,
 * plan-KM1, plan-DU and planXM1, s1.4xfast, the hours of plan-D's night price, prices and allowances of all bundles but
 * X3-5MB, data prices by country, fees of SIMs that are ready, standby or suspended, and Beam in yen.
 */
export const publishedRateCard: RateCard = {
  name: 'published-2026-11',
  basicFees: [
    { subscription: 'plan-D', per: 'day', statuses: ['active', 'inactive'], price: 10, source: 'sample of a bill', asOf: '2016' },
    { subscription: 'plan01s', per: 'day', statuses: ['active', 'inactive'], price: 0.06, source: 'transcription of the price list', asOf: '2026-05-25' },
    { subscription: 'plan01s-low_data_volume', per: 'month', statuses: ['active', 'inactive'], price: 0.4, source: 'blog of the vendor', asOf: '2017-05-22' },
    { subscription: 'planP1', per: 'month', statuses: ['active'], price: 1.8, source: 'transcription of the price list', asOf: '2026-05-25' },
  ],
  dataPrices: [
    ...planD('upload', { 's1.minimum': 0.2, 's1.slow': 0.22, 's1.standard': 0.24, 's1.fast': 0.3 }),
    ...planD('download', { 's1.minimum': 0.6, 's1.slow': 0.7, 's1.standard': 0.8, 's1.fast': 1 }),
    ...bothWays('plan01s-low_data_volume', 0.5, 100 * kibibyte, { source: 'blog of the vendor', asOf: '2017-05-22' }),
  ],
  bundleFees: [{ bundle: 'X3-5MB', price: 1, source: 'transcription of the price list', asOf: '2026-05-25' }],
  beamPrices: [
    {
      coverageType: 'g',
      price: 0.09,
      perRequests: 10_000,
      freeRequestsPerMonth: 100_000,
      source: 'transcription of the price list',
      asOf: '2026-05-25',
    },
  ],
  taxRates: [
    { coverageType: 'jp', fromMonth: '201404', rate: 0.08, source: 'documentation of bills', asOf: '2026' },
    { coverageType: 'jp', fromMonth: '201910', rate: 0.1, source: 'documentation of bills', asOf: '2026' },
  ],
}

function planD(direction: DataPrice['direction'], prices: Readonly<Record<string, number>>): DataPrice[] {
  return Object.entries(prices).map(([speedClass, price]) => ({
    subscription: 'plan-D',
    speedClass,
    direction,
    price,
    perBytes: mebibyte,
    unitBytes: 1,
    source: 'price table in a Ruby client, daytime',
    asOf: '2015-12',
  }))
}

function bothWays(
  subscription: Subscription,
  price: number,
  unitBytes: number,
  provenance: { readonly source: string; readonly asOf: string },
): DataPrice[] {
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
