import { expect, test } from 'vitest'
import { airStats } from '../resources/air-stats.ts'
import { operator } from '../resources/operator.ts'
import { subscriber } from '../resources/subscriber.ts'
import { subscribers } from '../resources/subscribers.ts'
import { defineFixtures, isDefinedFixtures } from './define-fixtures.ts'

const shop = operator()
const meter = subscriber({ operator: shop, subscription: 'plan-D' })
const usage = airStats({ subscriber: meter, at: '2026-11-01', traffic: { 's1.fast': { upload: 1 } } })
const store = defineFixtures({ shop, meter, usage })

test('a changed copy replaces a declaration, and what refers to it follows', () => {
  const active = meter.with({ status: 'active' })
  const { set } = store.with({ meter: active })
  expect(set.meter).toBe(active)
  expect(set.usage.options.subscriber).toBe(active)
  expect(set.usage).not.toBe(usage)
  expect(set.shop).toBe(shop)
})

test('the set that was copied stays as it is', () => {
  store.with({ meter: meter.with({ status: 'active' }) })
  expect(store.set).toEqual({ shop, meter, usage })
  expect(store.set.usage.options.subscriber).toBe(meter)
})

test('a change reaches through a chain of references', () => {
  const other = operator({ coverageTypes: ['g'] })
  const { set } = store.with({ shop: other })
  expect(set.meter.options.operator).toBe(other)
  expect(set.usage.options.subscriber).toBe(set.meter)
})

test('several changes follow one another', () => {
  const other = operator({ coverageTypes: ['g'] })
  const { set } = store.with({ shop: other, meter: meter.with({ status: 'active' }) })
  expect(set.meter.options).toMatchObject({ operator: other, status: 'active' })
  expect(set.usage.options.subscriber).toBe(set.meter)
})

test('members of an array are replaced one by one', () => {
  const fleet = subscribers(2, { operator: shop })
  const seeds = fleet.map((sim) =>
    airStats({ subscriber: sim, at: '2026-11-01', traffic: { 's1.fast': { upload: 1 } } }),
  )
  const changed = fleet.map((sim) => sim.with({ tags: { name: 'changed' } }))
  const { set } = defineFixtures({ shop, fleet, seeds }).with({ fleet: changed })
  expect(set.seeds.map(({ options }) => options.subscriber)).toEqual(changed)
})

test('the place of a declaration that follows is where it was declared', () => {
  const { set } = store.with({ meter: meter.with({ status: 'active' }) })
  expect(set.usage.declaredAt).toEqual(usage.declaredAt)
})

test('a name that the set does not have is refused', () => {
  expect(() => store.with({ nobody: shop } as never)).toThrow('the set has no "nobody"; it has shop, meter, usage')
})

test('what defineFixtures gives is known as such, and nothing else is', () => {
  const shop = operator()
  expect(isDefinedFixtures(defineFixtures({ shop, several: [shop] }))).toBe(true)
  expect(isDefinedFixtures(defineFixtures({}))).toBe(true)
  for (const other of [shop, { shop }, { set: { shop: 3 }, with: () => {} }, { set: { shop } }, [shop], null, 'shop']) {
    expect(isDefinedFixtures(other)).toBe(false)
  }
})
