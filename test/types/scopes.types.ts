// Checked by `npm run types` from the sources, and by consumer.test.ts against the built packages. Not run.
import {
  airStats,
  defineFixtures,
  defineResource,
  fixturesTest,
  type Operator,
  operator,
  type Subscriber,
  subscriber,
  useFixtures,
} from '@soracom-fixtures/vitest'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <A, B>(_: Equal<A, B>): void => {}

const shop = operator()
const meter = subscriber({ operator: shop, subscription: 'plan-D' })
const perRun = defineFixtures({ shop, meter, both: [shop, meter] }, { scope: 'run', name: 'the store' })
const perFile = defineFixtures({ other: operator() }, { scope: 'file' })
const perDescribe = defineFixtures({ other: operator() }, { scope: 'describe' })
const perTest = defineFixtures({ shop: operator(), meter: subscriber() }, { scope: 'test' })
const anywhere = defineFixtures({ shop, meter })

// A set arrives typed wherever it is used.
const run = useFixtures(perRun)
same<typeof run.shop, Operator>(true)
same<typeof run.meter, Subscriber>(true)
same<(typeof run.both)[1], Subscriber>(true)
same<ReturnType<typeof useFixtures<{ shop: typeof shop }>>['shop'], Operator>(true)
const ofEach = useFixtures(perTest)
same<typeof ofEach.meter, Subscriber>(true)
const changed = useFixtures(anywhere.with({ meter: meter.with({ status: 'active' }) }))
same<typeof changed.meter, Subscriber>(true)

// What lives shorter takes from what lives longer.
const ofRun = subscriber({ operator: perRun.set.shop })
const ofFile = subscriber({ operator: perFile.set.other })
const ofDescribe = subscriber({ operator: perDescribe.set.other })
const ofTest = subscriber({ operator: perTest.set.shop })
const usageOfTest = airStats({ subscriber: ofTest, at: 0, traffic: {} })
defineFixtures({ ofRun }, { scope: 'run' })
defineFixtures({ ofRun, ofFile }, { scope: 'file' })
defineFixtures({ ofRun, ofFile, ofDescribe }, { scope: 'describe' })
defineFixtures({ ofRun, ofFile, ofDescribe, ofTest, usageOfTest }, { scope: 'test' })
useFixtures({ ofRun, ofFile, ofDescribe })
const own = useFixtures({ ofRun, ofTest, usageOfTest }, { scope: 'test' })
same<typeof own.ofTest, Subscriber>(true)
const defined = useFixtures(defineFixtures({ ofRun, ofTest }, { scope: 'test' }), { setupTimeoutMs: 1_000 })
same<typeof defined.ofTest, Subscriber>(true)
const shorter = useFixtures(anywhere, { scope: 'test' })
same<typeof shorter.shop, Operator>(true)

// A test names its fixtures, and knows what they are.
const it = fixturesTest(perRun)
it('reads a run-wide set', ({ shop, meter, both, task }) => {
  same<typeof shop, Operator>(true)
  same<typeof meter, Subscriber>(true)
  same<(typeof both)[0], Operator>(true)
  same<typeof task.name, string>(true)
})
fixturesTest({ shop, ofTest }, { scope: 'test' })('has its own', ({ ofTest }) => {
  same<typeof ofTest, Subscriber>(true)
})

// What lives longer takes nothing from what lives shorter.
// @ts-expect-error: a set of a run takes nothing from a test
defineFixtures({ meter: subscriber({ operator: perTest.set.shop }) }, { scope: 'run' })
// @ts-expect-error: nor from a file
defineFixtures({ ofFile }, { scope: 'run' })
// @ts-expect-error: nor does a set of a file from a describe
defineFixtures({ ofDescribe }, { scope: 'file' })
// @ts-expect-error: nor a set of a describe from a test
defineFixtures({ ofTest }, { scope: 'describe' })
// @ts-expect-error: nor through what stands between them
defineFixtures({ usageOfTest }, { scope: 'file' })
// @ts-expect-error: nor in an array
defineFixtures({ all: [ofRun, ofTest] }, { scope: 'run' })
// @ts-expect-error: what takes from a test is used with the scope test
useFixtures({ ofTest })
// @ts-expect-error: also through what stands between them
useFixtures({ usageOfTest }, { setupTimeoutMs: 1_000 })
// @ts-expect-error: also where tests name what they want
fixturesTest({ ofTest })
// @ts-expect-error: useFixtures knows the scope test, and the place where it is called
useFixtures({ shop }, { scope: 'run' })
// @ts-expect-error: no such scope
defineFixtures({ shop }, { scope: 'week' })
// @ts-expect-error: no such name in a run-wide set
run.nothing
// @ts-expect-error: no such fixture
it('reads nothing', ({ nothing }) => nothing)

// A resource of one's own passes on what it takes from.
const service = defineResource({
  kind: 'service',
  dependsOn: (options: { operator: typeof shop }) => options,
  create: () => ({ url: 'http://127.0.0.1' }),
})
useFixtures({ service: service({ operator: shop }) })
