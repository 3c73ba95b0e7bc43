import { describe, expect, test } from 'vitest'
import { defineResource } from '../declare/define-resource.ts'
import type { FixturePlanError } from '../errors/plan-error.ts'
import { mib } from '../kit/bytes.ts'
import { airStats } from '../resources/air-stats.ts'
import { beamStats } from '../resources/beam-stats.ts'
import { coupon } from '../resources/coupon.ts'
import { group } from '../resources/group.ts'
import { operator } from '../resources/operator.ts'
import { order } from '../resources/order.ts'
import { adviceOnTime } from '../resources/stats-points.ts'
import { subscriber } from '../resources/subscriber.ts'
import { subscriberOfOrder } from '../resources/subscriber-of-order.ts'
import { subscribers } from '../resources/subscribers.ts'
import { problemsOf } from '../test-support/set-up.ts'
import { planFixtures } from './plan-fixtures.ts'

const nowMs = Date.UTC(2026, 10, 24)

function names(set: Parameters<typeof planFixtures>[0]): string[] {
  return planFixtures(set, { nowMs }).steps.map(({ name }) => name)
}

describe('the steps', () => {
  test('stand after what they wait for, whatever the order in the set', () => {
    const shop = operator()
    const meter = subscriber({ operator: shop, subscription: 'plan-D' })
    const usage = airStats({ subscriber: meter, at: '2026-11-01', traffic: { 's1.fast': { upload: mib(1) } } })
    expect(names({ usage, meter, shop })).toEqual(['shop', 'meter', 'usage'])
  })

  test('include what the set needs and does not name', () => {
    const meter = subscriber({ subscription: 'plan-D' })
    const usage = airStats({ subscriber: meter, at: '2026-11-01', traffic: { 's1.fast': { upload: 1 } } })
    const { steps } = planFixtures({ usage }, { nowMs })
    expect(steps.map(({ name }) => name)).toEqual([
      'operator',
      expect.stringMatching(/^subscriber@plan-fixtures\.test\.ts:\d+$/),
      'usage',
    ])
    expect(steps.map(({ implied }) => implied)).toEqual([true, true, false])
  })

  test("give the set's only operator to what names none", () => {
    const shop = operator()
    const meter = subscriber({ subscription: 'plan-D' })
    const { steps } = planFixtures({ meter, shop }, { nowMs })
    expect(steps[1]?.waitsFor).toEqual([shop])
  })

  test('name the members of arrays by their index', () => {
    expect(names({ meters: subscribers(2, { subscription: 'plan-D' }) })).toEqual([
      'operator',
      'meters[0]',
      'meters[1]',
    ])
  })

  test('count the calls in all and along the longest chain', () => {
    const meter = subscriber({ subscription: 'plan-D', status: 'active', speedClass: 's1.fast' })
    const plan = planFixtures({ meter, fleet: group({ tags: { name: 'fleet' } }), gift: coupon({ amount: 1000 }) })
    expect(plan.calls).toBe(1 + 4 + 1 + 2)
    expect(plan.longestChainCalls).toBe(5)
  })

  test('make no call and change no declaration', () => {
    const shop = operator()
    expect(Object.isFrozen(shop)).toBe(true)
    expect(Object.isFrozen(planFixtures({ shop }).steps)).toBe(true)
  })
})

describe('a problem', () => {
  test('is reported together with all others, each with the place of its declaration', () => {
    const meter = subscriber({ subscription: 'plan-D', bundles: ['X-1GB' as 'D-500MB'] })
    const cards = order({ items: [{ productCode: '0000000000000' }] })
    try {
      planFixtures({ meter, cards })
      expect.unreachable()
    } catch (error) {
      const { problems, message } = error as FixturePlanError
      expect(problems.map(({ name }) => name)).toEqual(['meter', 'cards'])
      expect(message).toContain('The fixtures have 2 problems; nothing was created.')
      expect(message).toMatch(/meter \(subscriber\): plan-D cannot carry the bundle "X-1GB"/)
      expect(message).toMatch(/declared at .*plan-fixtures\.test\.ts:\d+/)
    }
  })

  test('is an operator left out where the set has two', () => {
    expect(problemsOf({ a: operator(), b: operator(), meter: subscriber() })).toEqual([
      'meter: it does not say which operator it belongs to, and the set has 2 (a, b); give it { operator: … }',
    ])
  })

  test('is one declaration under two names', () => {
    const shop = operator()
    expect(problemsOf({ shop, again: shop })).toEqual([
      'again: it stands in the set twice, as shop and as again; declare two, or name one',
    ])
  })

  test('is anything that is no declaration', () => {
    expect(problemsOf({ shop: operator as never })).toEqual([
      'shop: the set holds a function (was the declaration called?); it takes declarations, such as operator(), or arrays of them',
    ])
  })

  test('is two points of one SIM at one time', () => {
    const meter = subscriber()
    const point = { subscriber: meter, at: '2026-11-01', traffic: { 's1.fast': { upload: 1 } } } as const
    expect(problemsOf({ meter, first: airStats(point), second: airStats(point) })).toEqual([
      `second: the Air stats at 2026-11-01T00:00:00.000Z of meter is taken by first; only one can have it. ${adviceOnTime}`,
    ])
  })

  test('is not Air and Beam stats at one time, nor two SIMs at one time', () => {
    const [one, two] = [subscriber(), subscriber()]
    const at = '2026-11-01'
    const air = { at, traffic: { 's1.fast': { upload: 1 } } } as const
    expect(
      problemsOf({
        a: airStats({ subscriber: one, ...air }),
        b: airStats({ subscriber: two, ...air }),
        c: beamStats({ subscriber: one, at, traffic: { inHttp: 1 } }),
      }),
    ).toEqual([])
  })

  test.each([
    [
      'a speed class that the plan does not know',
      { subscription: 'plan-D', speedClass: 'u1.standard' },
      /does not know speed class "u1.standard"/,
    ],
    ['a status that does not exist', { status: 'asleep' }, /status "asleep" is unknown/],
    ['an expiry in the past', { expiry: { at: '2026-01-01' } }, /expiry\.at is in the past/],
    ['an expiry in milliseconds', { expiry: { at: nowMs + 1e9 } }, /looks like milliseconds/],
    ['an unknown subscription', { subscription: 'plan-Z' }, /subscription "plan-Z" is unknown/],
  ])('is %s', (_, options, message) => {
    const [problem] = problemsOf({ meter: subscriber(options as never) })
    expect(problem).toMatch(message)
  })

  test('is a coupon that has expired', () => {
    expect(problemsOf({ gift: coupon({ amount: 100, expires: '2026-10' }) })).toEqual([
      'gift: expires is 2026-10, which is over; the coupon would have expired already',
    ])
  })
})

test('a SIM of an order waits for the order', () => {
  const cards = order({ items: [{ productCode: '4573326590013' }] })
  const card = subscriberOfOrder({ order: cards })
  expect(names({ card })).toEqual(['operator', expect.stringContaining('order@'), 'card'])
})

test('a resource of one’s own may need several of a kind', () => {
  const fleet = defineResource({
    kind: 'fleet',
    dependsOn: (options: { meters: ReturnType<typeof subscriber>[] }) => ({ meters: options.meters }),
    create: ({ needs }) => needs.meters.length,
  })
  const meters = [subscriber(), subscriber()]
  expect(names({ fleet: fleet({ meters }) }).at(-1)).toBe('fleet')
})
