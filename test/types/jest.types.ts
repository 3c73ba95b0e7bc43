// Checked by `npm run types` from the sources, and by consumer.test.ts against the built packages. Not run.
import {
  type AirStats,
  airStats,
  type Declaration,
  defineFixtures,
  defineResource,
  mib,
  type Operator,
  type Order,
  operator,
  order,
  type Subscriber,
  subscriber,
  subscribers,
  type UseFixturesOptions,
  useFixtures,
} from '@soracom-fixtures/jest'
import type globalSetup from '@soracom-fixtures/jest/global-setup'
import type globalTeardown from '@soracom-fixtures/jest/global-teardown'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <A, B>(_: Equal<A, B>): void => {}

// Handles follow from the declarations, in every scope.
const shop = operator({ coverageTypes: ['jp', 'g'] })
const meter = subscriber({ operator: shop, subscription: 'plan-D', bundles: ['D-500MB'] })
const usage = airStats({ subscriber: meter, at: new Date(), traffic: { 's1.fast': { upload: mib(1) } } })
const cards = order({ operator: shop, items: [{ productCode: '4573326590013' }] })
const service = defineResource({
  kind: 'service',
  dependsOn: (options: { operator: Declaration<Operator> }) => options,
  create: ({ needs }) => ({ url: needs.operator.operatorId }),
})
const fx = useFixtures({ shop, meter, usage, cards, meters: subscribers(3), service: service({ operator: shop }) })
same<typeof fx.shop, Operator>(true)
same<typeof fx.meter, Subscriber>(true)
same<typeof fx.usage, AirStats>(true)
same<typeof fx.cards, Order>(true)
same<(typeof fx.meters)[number], Subscriber>(true)
same<typeof fx.service, { url: string }>(true)

const own = useFixtures({ fresh: operator(), pair: [meter, cards] }, { scope: 'test', setupTimeoutMs: 5_000 })
same<typeof own.fresh, Operator>(true)
same<(typeof own.pair)[1], Order>(true)

const store = defineFixtures({ shop, meter }, { scope: 'run' })
same<ReturnType<typeof useFixtures<typeof store.set>>['meter'], Subscriber>(true)
const shared = useFixtures(store)
same<typeof shared.meter, Subscriber>(true)

same<UseFixturesOptions['scope'], 'test' | undefined>(true)
same<ReturnType<typeof globalSetup>, Promise<void>>(true)
same<ReturnType<typeof globalTeardown>, Promise<void>>(true)

// Wrong uses do not compile.
// @ts-expect-error: no such name in the set
fx.nothing
// @ts-expect-error: handles are read-only
own.fresh = {} as Operator
// @ts-expect-error: a handle is no declaration
subscriber({ operator: fx.shop })
// @ts-expect-error: no such scope of a call
useFixtures({ shop }, { scope: 'worker' })
// @ts-expect-error: a run-wide set is defined, not asked for by a call
useFixtures({ shop }, { scope: 'run' })
// @ts-expect-error: no such setting
useFixtures({ shop }, { timeout: 1 })
// @ts-expect-error: a set is no handle
useFixtures({ shop: fx.shop })

const ofTest = defineFixtures({ own: operator() }, { scope: 'test' })
// @ts-expect-error: what lives for a file takes nothing from a set that lives for a test
useFixtures({ own: ofTest.set.own })
