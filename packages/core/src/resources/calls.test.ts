import { plans, subscriptions } from '@soracom-fixtures/api'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FixtureSet } from '../declare/fixture-set.ts'
import { setUp } from '../test-support/set-up.ts'
import { airStats } from './air-stats.ts'
import { beamStats } from './beam-stats.ts'
import { coupon } from './coupon.ts'
import { group } from './group.ts'
import { operator } from './operator.ts'
import { order } from './order.ts'
import { subscriber } from './subscriber.ts'
import { subscriberOfOrder } from './subscriber-of-order.ts'
import { subscribers } from './subscribers.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

const productCode = '4573326590013'
const inFuture = { at: new Date(Date.now() + 86_400_000) }
const air = { 's1.fast': { upload: 1 } }

function* operators(): Iterable<[string, FixtureSet]> {
  for (const signup of ['init', 'stepwise'] as const) {
    for (const coverageTypes of [['jp'], ['jp', 'g'], ['g'], ['g', 'jp', 'g']] as const) {
      if (signup === 'stepwise' && coverageTypes.length === 1 && coverageTypes[0] === 'g') continue
      for (const registerPaymentMethod of [true, false]) {
        for (const authKey of [true, false]) {
          const options = { signup, coverageTypes, registerPaymentMethod, authKey }
          yield [`operator ${JSON.stringify(options)}`, { it: operator(options) }]
        }
      }
    }
  }
}

function* sims(): Iterable<[string, FixtureSet]> {
  for (const subscription of subscriptions) {
    const { speedClasses, bundles } = plans[subscription]
    for (const speedClass of [undefined, ...speedClasses]) {
      const options = { subscription, bundles, ...(speedClass ? { speedClass } : {}) }
      yield [`subscriber ${JSON.stringify(options)}`, { it: subscriber(options as never) }]
    }
  }
  for (const status of ['ready', 'active', 'inactive', 'standby', 'suspended', 'terminated'] as const) {
    for (const expiry of [undefined, inFuture]) {
      const options = { subscription: 'planX3', status, ...(expiry ? { expiry } : {}) } as const
      yield [`subscriber ${JSON.stringify(options)}`, { it: subscriber(options) }]
    }
  }
  yield ['subscriber without options', { it: subscriber() }]
  yield ['subscriber with tags and group', { it: subscriber({ tags: { name: 'x' }, group: group() }) }]
  yield ['subscribers', { it: subscribers(3, (index) => (index === 1 ? { status: 'active' } : {})) }]
}

const cards = order({ items: [{ productCode, quantity: 2 }] })
const others: [string, FixtureSet][] = [
  ...(['quoted', 'confirmed', 'shipped', 'registered'] as const).map((until): [string, FixtureSet] => [
    `order ${until}`,
    { it: order({ items: [{ productCode, quantity: 3 }], until }) },
  ]),
  ['order of two products', { it: order({ items: [{ productCode }, { productCode: '4573326590259', quantity: 2 }] }) }],
  ['order of an unlisted product', { it: order({ items: [{ productCode: '1', unlisted: true, quantity: 2 }] }) }],
  ['order of a full page', { it: order({ items: [{ productCode, quantity: 100 }], until: 'shipped' }) }],
  ['order of more than a page', { it: order({ items: [{ productCode, quantity: 101 }], until: 'registered' }) }],
  ['subscriber of order', { it: subscriberOfOrder({ order: cards, index: 1 }) }],
  ['air stats at a point', { it: airStats({ subscriber: subscriber(), at: '2026-11-01', traffic: air }) }],
  [
    'air stats by the day',
    { it: airStats({ subscriber: subscriber(), days: ['2026-10-30', '2026-11-02'], daily: air }) },
  ],
  [
    'air stats in a series',
    {
      it: airStats({
        subscriber: subscriber(),
        from: '2026-11-01',
        to: '2026-11-02',
        every: { minutes: 20 },
        traffic: air,
      }),
    },
  ],
  [
    'beam stats at points',
    {
      it: beamStats({
        subscriber: subscriber(),
        points: [
          { at: 1_790_000_000, traffic: { inHttp: 1 } },
          { at: 1_790_000_001, traffic: { outHttps: 1 } },
        ],
      }),
    },
  ],
  ['coupon', { it: coupon({ amount: 1 }) }],
  ['coupon that nobody registers', { it: coupon({ amount: 1, register: false }) }],
  ['group', { it: group() }],
  ['group with tags', { it: group({ tags: { name: 'x' } }) }],
  ['group with configuration', { it: group({ configuration: { SoracomAir: { a: 1, b: 2 }, SoracomBeam: {} } }) }],
]

test.each([...operators(), ...sims(), ...others])('%s makes as many calls as its plan announces', async (_, set) => {
  const { planned, sent, operations } = await setUp(set, emulator.endpoint)
  expect(sent, operations.join(' ')).toBe(planned)
})
