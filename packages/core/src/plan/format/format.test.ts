import { expect, test } from 'vitest'
import { planFixtures } from '../../planning/plan-fixtures.ts'
import { airStats } from '../../resources/air-stats.ts'
import { operator } from '../../resources/operator.ts'
import { order } from '../../resources/order.ts'
import { subscriber } from '../../resources/subscriber.ts'
import { subscribers } from '../../resources/subscribers.ts'
import { toPlanJson } from './to-plan-json.ts'
import { toPlanMermaid } from './to-plan-mermaid.ts'
import { toPlanTree } from './to-plan-tree.ts'

const shop = operator({ password: 'hunter2Hunter2' })
const meter = subscriber({ operator: shop, subscription: 'plan-D', status: 'active' })
const fleet = subscribers(3, { operator: shop, subscription: 'plan-D' })
const seed = (of: typeof meter) => airStats({ subscriber: of, at: '2026-11-01', traffic: { 's1.fast': { upload: 1 } } })
const set = {
  shop,
  meter,
  usage: seed(meter),
  fleet,
  fleetUsage: fleet.map(seed),
  cards: order({ operator: shop, items: [{ productCode: '4573326590013', quantity: 3 }] }),
}

test('a plan is a tree with counts of calls, and alike members of an array share a line', () => {
  expect(toPlanTree(planFixtures(set))).toBe(
    [
      '10 fixtures, 23 calls, 10 in the longest chain',
      '└─ shop (operator) 1 call',
      '   ├─ meter (subscriber) 3 calls',
      '   │  └─ usage (air stats) 1 call',
      '   ├─ fleet[0…2] (subscriber) 3 × 2 calls',
      '   │  └─ fleetUsage[0…2] (air stats) 3 × 1 call',
      '   └─ cards (order) 9 calls',
    ].join('\n'),
  )
})

test('a plan is plain data without options', () => {
  const json = toPlanJson(planFixtures(set))
  expect(JSON.stringify(json)).not.toContain('hunter2')
  expect(json.steps.find(({ name }) => name === 'usage')).toEqual({
    name: 'usage',
    kind: 'air stats',
    waitsFor: ['meter'],
    calls: 1,
    depth: 2,
    implied: false,
    declaredAt: expect.stringContaining('format.test.ts:'),
  })
})

test('a plan is a Mermaid chart', () => {
  expect(toPlanMermaid(planFixtures({ shop, meter }))).toBe(
    ['flowchart LR', '  f0["shop<br/>operator, 1 call"]', '  f1["meter<br/>subscriber, 3 calls"]', '  f0 --> f1'].join(
      '\n',
    ),
  )
})
