import { expect, test } from 'vitest'
import { planFixtures } from '../planning/plan-fixtures.ts'
import { operator } from '../resources/operator.ts'
import { subscriber } from '../resources/subscriber.ts'
import { addToHistory, toExpectedMs } from './history.ts'

const shop = operator()
const plan = planFixtures({
  shop,
  meter: subscriber({ operator: shop }),
  other: subscriber({ operator: shop }),
})

test('a set takes as long as the longest chain of its fixtures took before', () => {
  const history = addToHistory({}, [
    { kind: 'operator', name: 'shop', durationMs: 100 },
    { kind: 'subscriber', name: 'meter', durationMs: 30 },
    { kind: 'subscriber', name: 'other', durationMs: 50 },
  ])
  expect(toExpectedMs(plan, history)).toBe(150)
})

test('a fixture that was never seen takes as long as others of its kind', () => {
  const history = addToHistory({}, [
    { kind: 'operator', name: 'elsewhere', durationMs: 100 },
    { kind: 'subscriber', name: 'elsewhere', durationMs: 20 },
  ])
  expect(toExpectedMs(plan, history)).toBe(120)
})

test('nothing is expected where a kind was never seen', () => {
  expect(toExpectedMs(plan, addToHistory({}, [{ kind: 'operator', name: 'shop', durationMs: 1 }]))).toBeUndefined()
})

test('one slow time among several does not count', () => {
  const times = [10, 900, 11, 12, 10].map((durationMs) => ({ kind: 'operator', name: 'shop', durationMs }))
  expect(toExpectedMs(planFixtures({ shop }), addToHistory({}, times))).toBe(11)
})

test('only the last times are kept', () => {
  const times = Array.from({ length: 100 }, (_, index) => ({ kind: 'operator', name: 'shop', durationMs: index }))
  expect(addToHistory({}, times)['operator shop']).toEqual([91, 92, 93, 94, 95, 96, 97, 98, 99])
})
