// Checked by `npm run types` from the sources, and by consumer.test.ts against the built packages. Not run.
import {
  type AirStats,
  airStats,
  beamStats,
  type Coupon,
  coupon,
  type Declaration,
  defineConfig,
  defineResource,
  type Group,
  group,
  mib,
  type Operator,
  type Order,
  operator,
  order,
  type Subscriber,
  subscriber,
  subscriberOfOrder,
  subscribers,
  useFixtures,
} from '@soracom-fixtures/vitest'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <A, B>(_: Equal<A, B>): void => {}

// Handles follow from the declarations.
const shop = operator({ coverageTypes: ['jp', 'g'], authKey: true })
const fleet = group({ operator: shop, tags: { name: 'fleet' }, configuration: { SoracomAir: { useCustomDns: false } } })
const meter = subscriber({ operator: shop, group: fleet, subscription: 'plan-D', bundles: ['D-500MB'] })
const meters = subscribers(3, (index) => ({ subscription: 'plan01s', status: 'standby', tags: { n: `${index}` } }))
const cards = order({ operator: shop, items: [{ productCode: '4573326590013' }] })
const usage = airStats({ subscriber: meter, at: new Date(), traffic: { 's1.fast': { upload: mib(1) } } })
const requests = beamStats({ subscriber: meter, at: 1_790_000_000, traffic: { inHttp: 1 } })
const gift = coupon({ amount: 500 })
const service = defineResource({
  kind: 'service',
  dependsOn: (options: { operator: Declaration<Operator>; sims: readonly Declaration<Subscriber>[] }) => options,
  create: ({ needs }) => {
    same<typeof needs.operator, Operator>(true)
    same<(typeof needs.sims)[number], Subscriber>(true)
    return { url: 'http://127.0.0.1', imsis: needs.sims.map(({ imsi }) => imsi) }
  },
})
const fx = useFixtures({
  shop,
  fleet,
  meter,
  meters,
  cards,
  card: subscriberOfOrder({ order: cards }),
  usage,
  requests,
  gift,
  service: service({ operator: shop, sims: meters }),
  pair: [meter, cards],
})
same<typeof fx.shop, Operator>(true)
same<typeof fx.fleet, Group>(true)
same<typeof fx.meter, Subscriber>(true)
same<(typeof fx.meters)[number], Subscriber>(true)
same<typeof fx.cards, Order>(true)
same<typeof fx.card, Subscriber>(true)
same<typeof fx.usage, AirStats>(true)
same<typeof fx.gift, Coupon>(true)
same<typeof fx.service, { url: string; imsis: string[] }>(true)
same<(typeof fx.pair)[0], Subscriber>(true)
same<(typeof fx.pair)[1], Order>(true)

// Every plan takes what belongs to it.
subscriber()
subscriber({ status: 'suspended', expiry: { at: new Date(), action: 'terminate' } })
subscriber({ subscription: 'plan01s', speedClass: 's1.4xfast', status: 'standby' })
subscriber({ subscription: 'plan01s-low_data_volume', status: 'terminated' })
subscriber({ subscription: 'planP1', bundles: [] })
subscriber({ subscription: 'planXM1', status: 'standby' })
subscriber({ subscription: 'planX3', bundles: ['X3-5MB'] })
subscriber({ subscription: 'plan-K', speedClass: 's1.minimum' })
subscriber({ subscription: 'plan-KM1', speedClass: 't1.standard' })
subscriber({ subscription: 'plan-DU', bundles: ['DU-10GB', 'DU-50GB', 'DU-100GB'], speedClass: 'u1.slow' })
subscriber({ subscription: 'plan-K2', bundles: ['K2-500MB'], status: 'standby' })
same<(typeof fx.meter)['status'], 'ready' | 'active' | 'inactive' | 'standby' | 'suspended' | 'terminated'>(true)

// Stats are declared in four ways.
const air = { 's1.fast': { upload: 1, downloadPackets: 2 }, 'arc.standard': {} }
airStats({ subscriber: meter, points: [{ at: '2026-11-01', traffic: air }] })
airStats({ subscriber: meter, from: '2026-11-01', to: new Date(), every: { minutes: 5 }, traffic: air })
airStats({ subscriber: meter, days: ['2026-11-01', '2026-11-07'], daily: (at, index) => toTraffic(at, index) })
beamStats({ subscriber: subscriberOfOrder({ order: cards, index: 1 }), at: 0, traffic: { outTcps: 1 } })
same<(typeof fx.usage)['totals']['uploadBytes'], number>(true)

// What a handle has may be there or not.
same<(typeof fx.shop)['credentials']['authKey'], string | undefined>(true)
same<(typeof fx.cards)['subscribers'][number], Subscriber>(true)
same<(typeof fx.meter)['operator'], Operator>(true)

// Changed copies keep their type.
same<ReturnType<typeof meter.with>, Declaration<Subscriber, typeof meter.options, never>>(true)

function toTraffic(at: Date, index: number) {
  return { 's1.fast': { upload: at.getTime() + index } }
}

// Wrong uses do not compile.
// @ts-expect-error: no such name in the set
fx.nothing
// @ts-expect-error: handles are read-only
fx.shop = {} as Operator
// @ts-expect-error: a handle is no declaration
subscriber({ operator: fx.shop })
// @ts-expect-error: K2-500MB belongs to plan-K2
subscriber({ subscription: 'plan-D', bundles: ['K2-500MB'] })
// @ts-expect-error: bundles belong to a plan
subscriber({ bundles: ['D-500MB'] })
// @ts-expect-error: no such plan
subscriber({ subscription: 'plan-Z' })
// @ts-expect-error: plan-D does not know a speed class of others
subscriber({ subscription: 'plan-D', speedClass: 'u1.standard' })
// @ts-expect-error: plan-D does not support standby
subscriber({ subscription: 'plan-D', status: 'standby' })
// @ts-expect-error: not every plan has standby, so the plan must be named
subscriber({ status: 'standby' })
// @ts-expect-error: a speed class belongs to a plan
subscriber({ speedClass: 's1.fast' })
// @ts-expect-error: plan-KM1 has one speed class
subscriber({ subscription: 'plan-KM1', speedClass: 's1.fast' })
// @ts-expect-error: plan-DU has classes of its own
subscriber({ subscription: 'plan-DU', speedClass: 's1.fast' })
// @ts-expect-error: planXM1 has no bundle
subscriber({ subscription: 'planXM1', bundles: ['D-500MB'] })
// @ts-expect-error: no such status
subscriber({ status: 'asleep' })
// @ts-expect-error: an expiry has a time
subscriber({ expiry: { action: 'terminate' } })
// @ts-expect-error: no such action
subscriber({ expiry: { at: 0, action: 'explode' } })
// @ts-expect-error: tags are text
subscriber({ tags: { n: 1 } })
// @ts-expect-error: an operator is no group
subscriber({ group: shop })
// @ts-expect-error: each SIM's options are checked too
subscribers(2, () => ({ subscription: 'plan-D', bundles: ['K2-500MB'] }))
// @ts-expect-error: no such way to sign up
operator({ signup: 'fax' })
// @ts-expect-error: no such option
operator({ mail: 'me@example.com' })
// @ts-expect-error: no such coverage type
operator({ coverageTypes: ['eu'] })
// @ts-expect-error: a SIM is no operator
subscriber({ operator: meter })
// @ts-expect-error: an order needs items
order()
// @ts-expect-error: no such stage
order({ items: [{ productCode: '1' }], until: 'delivered' })
// @ts-expect-error: an address has a zip code
order({ items: [{ productCode: '1' }], shippingAddress: { addressLine1: '1', city: 'x', state: 'y' } })
// @ts-expect-error: a SIM is no order
subscriberOfOrder({ order: meter })
// @ts-expect-error: a coupon has an amount
coupon()
// @ts-expect-error: stats are of a SIM
airStats({ at: 0, traffic: {} })
// @ts-expect-error: a point has traffic
airStats({ subscriber: meter, at: 0 })
// @ts-expect-error: no such name
airStats({ subscriber: meter, at: 0, traffic: { 's1.fast': { uploads: 1 } } })
// @ts-expect-error: days are two
airStats({ subscriber: meter, days: ['2026-11-01'], daily: {} })
// @ts-expect-error: a count is a number
beamStats({ subscriber: meter, at: 0, traffic: { inHttp: { count: 1 } } })
// @ts-expect-error: credentials are read-only
fx.shop.credentials.password = 'x'
// @ts-expect-error: a SIM of an order has no such field
fx.card.registrationSecret
// @ts-expect-error: the resource needs SIMs
service({ operator: shop })
// @ts-expect-error: a group is none of the needs' kinds
service({ operator: fleet, sims: meters })
// @ts-expect-error: an operator has no SIM's stats
airStats({ subscriber: shop, at: 0, traffic: {} })
// @ts-expect-error: no such speed class
airStats({ subscriber: meter, at: 0, traffic: { 's1.slower': { upload: 1 } } })
// @ts-expect-error: a series needs its step
airStats({ subscriber: meter, from: '2026-11-01', to: '2026-11-02', traffic: {} })
// @ts-expect-error: no such protocol
beamStats({ subscriber: meter, at: 0, traffic: { inFtp: 1 } })
// @ts-expect-error: no such bill item
coupon({ amount: 1, billItem: 'everything' })
// @ts-expect-error: no such namespace
group({ configuration: { SoracomMoon: {} } })
// @ts-expect-error: no such setting
defineConfig({ timeout: 1 })
