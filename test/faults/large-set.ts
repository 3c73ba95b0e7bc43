import {
  airStats,
  beamStats,
  coupon,
  type Declaration,
  defineResource,
  group,
  mib,
  type Operator,
  type OperatorCredentials,
  operator,
  order,
  subscriber,
  subscriberOfOrder,
} from '@soracom-fixtures/core'

/** A set with something of everything, and the credentials of its operators as soon as they are there. */
export interface LargeSet {
  readonly set: ReturnType<typeof declareSet>
  /** By operator, as far as the setup came. */
  readonly credentials: Map<string, OperatorCredentials>
}

/** Declares the large set anew. */
export function createLargeSet(): LargeSet {
  const credentials = new Map<string, OperatorCredentials>()
  return { set: declareSet(credentials), credentials }
}

/** What each of its operators has in the end, by name: as `readHoldings` reads it. */
export const expectedHoldings = {
  shop: {
    subscribers: 7,
    orders: 1,
    orderedSims: 2,
    coupons: 1,
    groups: 1,
    authKeys: 1,
    shippingAddresses: 1,
    airBytes: { 's1.fast': 3 * mib(25) },
    beamCounts: { inHttp: 30, outHttps: 60 },
  },
  branch: {
    subscribers: 0,
    orders: 0,
    orderedSims: 0,
    coupons: 0,
    groups: 0,
    authKeys: 0,
    shippingAddresses: 0,
    airBytes: {},
    beamCounts: {},
  },
}

/** The days that stats are seeded on, in UTC. */
export const seededDays = { from: '2026-11-01', to: '2026-11-03' } as const

function declareSet(credentials: Map<string, OperatorCredentials>) {
  const shop = operator({ coverageTypes: ['jp', 'g'], authKey: true })
  const branch = operator({ signup: 'stepwise', coverageTypes: ['jp', 'g'] })
  const fleet = group({
    operator: shop,
    tags: { name: 'fleet' },
    configuration: { SoracomAir: { useCustomDns: false } },
  })
  const meter = subscriber({
    operator: shop,
    subscription: 'plan-D',
    bundles: ['D-500MB'],
    speedClass: 's1.fast',
    group: fleet,
    tags: { name: 'meter' },
    expiry: { at: '2099-01-01', action: 'terminate' },
    status: 'active',
  })
  const cards = order({ operator: shop, items: [{ productCode: '4573326590013', quantity: 2 }] })
  const days = [seededDays.from, seededDays.to] as const
  return {
    shop,
    branch,
    seenShop: witness({ operator: shop, name: 'shop', credentials }),
    seenBranch: witness({ operator: branch, name: 'branch', credentials }),
    fleet,
    meter,
    paused: subscriber({ operator: shop, status: 'inactive' }),
    spare: subscriber({ operator: shop, subscription: 'plan01s', status: 'standby' }),
    parked: subscriber({ operator: shop, status: 'suspended' }),
    ended: subscriber({ operator: shop, status: 'terminated' }),
    cards,
    welcome: coupon({ operator: shop, amount: 500 }),
    air: airStats({ subscriber: meter, days, daily: { 's1.fast': { upload: mib(5), download: mib(20) } } }),
    beam: beamStats({ subscriber: subscriberOfOrder({ order: cards }), days, daily: { inHttp: 10, outHttps: 20 } }),
  }
}

// A resource of one's own that makes nothing: it takes note of who its operator is.
const witness = defineResource({
  kind: 'witness',
  dependsOn: (options: WitnessOptions) => ({ operator: options.operator }),
  calls: () => 0,
  create({ options, needs }) {
    options.credentials.set(options.name, needs.operator.credentials)
    return { operatorId: needs.operator.operatorId }
  },
})

interface WitnessOptions {
  readonly operator: Declaration<Operator>
  readonly name: string
  readonly credentials: Map<string, OperatorCredentials>
}
