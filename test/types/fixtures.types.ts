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

// Changed copies keep their type.
same<ReturnType<typeof meter.with>, Declaration<Subscriber, typeof meter.options, never>>(true)

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
// @ts-expect-error: no such coverage type
operator({ coverageTypes: ['eu'] })
// @ts-expect-error: a SIM is no operator
subscriber({ operator: meter })
// @ts-expect-error: an order needs items
order()
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
