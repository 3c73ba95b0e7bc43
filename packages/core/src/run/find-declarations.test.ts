import { describe, expect, test } from 'vitest'
import type { Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { FixtureSet } from '../declare/fixture-set.ts'
import { theOperator } from '../declare/the-operator.ts'
import { planFixtures } from '../planning/plan-fixtures.ts'
import { airStats } from '../resources/air-stats.ts'
import { group } from '../resources/group.ts'
import { operator } from '../resources/operator.ts'
import { order } from '../resources/order.ts'
import { subscriber } from '../resources/subscriber.ts'
import { subscriberOfOrder } from '../resources/subscriber-of-order.ts'
import { subscribers } from '../resources/subscribers.ts'
import { findDeclarations } from './find-declarations.ts'
import { receiveHandles } from './receive-handles.ts'
import { declarationsOf, shareHandles } from './share-handles.ts'

const note = defineResource({
  kind: 'note',
  dependsOn: ({ on }: { on?: readonly Declaration[] | Declaration }) => ({ on, operator: theOperator }),
  create: () => ({ text: 'a note' }),
})
const traffic = { 's1.fast': { upload: 1 } }
const at = '2026-11-01'

const sets: Record<string, () => FixtureSet> = {
  'an operator': () => ({ shop: operator() }),
  nothing: () => ({}),
  'what belongs to the operator of the set': () => ({ meter: subscriber(), shop: operator(), fleet: group() }),
  'what belongs to an operator that the set does not declare': () => ({ meter: subscriber(), fleet: subscribers(3) }),
  'arrays in arrays': () => ({ all: [subscribers(2), [subscriber(), subscribers(1)]], none: [] }),
  'what others need and the set does not name': () => {
    const fleet = group({ operator: operator() })
    return {
      usage: airStats({ subscriber: subscriber({ group: fleet }), at, traffic }),
      other: subscriber({ group: fleet }),
    }
  },
  'several operators': () => {
    const [a, b] = [operator(), operator()]
    return { a, ofB: subscriber({ operator: b }), b, ofA: [subscriber({ operator: a })] }
  },
  'SIMs of an order': () => {
    const cards = order({ items: [{ productCode: '4573326590013' }] })
    return { usage: airStats({ subscriber: subscriberOfOrder({ order: cards }), at, traffic }) }
  },
  'needs that are arrays, and needs that are left out': () => {
    const fleet = subscribers(3)
    return { first: note({ on: fleet }), fleet, second: note({ on: fleet[1] as Declaration }), third: note({}) }
  },
  'a name like that of an implied operator': () => ({ operator: note({}) }),
  'names like those of arrays': () => ({ 'a[0]': subscriber(), b: subscribers(1) }),
}

describe.each(Object.entries(sets))('of %s', (_, make) => {
  test('it finds the declarations in the order of the plan', () => {
    const set = make()
    const plan = planFixtures(set, { scope: 'run' })
    const found = findDeclarations(set, written(set))
    const planned = declarationsOf(plan)
    expect(found?.map(({ kind }) => kind)).toEqual(planned.map(({ kind }) => kind))
    // One that nothing declares is another each time.
    for (const [place, { declaration, implied }] of plan.steps.entries()) {
      if (!implied || declaration.kind !== 'operator' || declaration.declaredAt?.file.includes('find-declarations')) {
        expect(found?.[place]).toBe(declaration)
      }
    }
  })

  test('it finds them in another set that is declared alike, and gives handles that refer to one another', () => {
    const set = make()
    const found = findDeclarations(set, written(make()))
    const handles = found && receiveHandles(found, written(make()), () => ({}) as never)
    expect(handles?.size).toBe(found?.length)
    expect([...(handles?.keys() ?? [])]).toEqual(expect.arrayContaining((Object.values(set) as unknown[]).flat(3)))
  })
})

test.each<[string, FixtureSet, FixtureSet]>([
  ['a declaration more', { a: subscriber() }, { a: subscriber(), b: subscriber() }],
  ['one less', { a: subscriber(), b: subscriber() }, { a: subscriber() }],
  ['one of another kind', { a: subscriber() }, { a: group() }],
  ['another name', { a: subscriber() }, { b: subscriber() }],
  ['a longer array', { a: subscribers(1) }, { a: subscribers(2) }],
  ['a shorter array', { a: subscribers(2) }, { a: subscribers(1) }],
  ['an array in the place of one', { a: subscriber() }, { a: subscribers(1) }],
  ['a group that the other does not have', { a: subscriber() }, { a: subscriber({ group: group() }) }],
])('of a set with %s it finds nothing', (_, made, read) => {
  expect(findDeclarations(read, written(made))).toBeUndefined()
})

test('what refers to another one than it did finds nothing', () => {
  const [a, b] = [group(), group()]
  const made = { a, b, meter: subscriber({ group: a }) }
  expect(findDeclarations({ a, b, meter: subscriber({ group: b }) }, written(made))).toBeUndefined()
})

test('a chain of 20,000 is followed', () => {
  let last = note({})
  for (let index = 0; index < 20_000; index += 1) last = note({ on: last })
  expect(findDeclarations({ last }, written({ last }))).toHaveLength(20_002)
})

// What a process that made the set writes down of it.
function written(set: FixtureSet) {
  const plan = planFixtures(set, { scope: 'run' })
  const handles = new Map(plan.steps.map(({ declaration }) => [declaration, handleOf(declaration)]))
  return JSON.parse(JSON.stringify(shareHandles(plan, handles)))
}

function handleOf({ kind }: Declaration): object {
  if (kind === 'operator')
    return {
      operatorId: 'OP',
      coverageTypes: ['jp'],
      endpoint: 'http://127.0.0.1',
      credentials: { email: 'a@example.com' },
    }
  return kind === 'order' ? { subscribers: [{ imsi: '1' }] } : { imsi: '1' }
}
