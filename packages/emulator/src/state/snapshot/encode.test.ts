import { describe, expect, test } from 'vitest'
import { addKey, createSortedKeys, keysAfter } from '../sorted-keys.ts'
import { createTimeQueue, enqueue, takeDue } from '../time-queue.ts'
import { decode } from './decode.ts'
import { encode } from './encode.ts'

function again<Value>(value: Value): Value {
  return decode(JSON.parse(JSON.stringify(encode(value)))) as Value
}

describe('what was encoded is decoded as it was', () => {
  test.each<[string, unknown]>([
    ['primitives', [null, true, 'text', '', 0, -1.5, Number.MAX_SAFE_INTEGER, undefined, 12n]],
    ['odd numbers', [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0]],
    ['objects with undefined fields', { a: undefined, b: { c: [] } }],
    [
      'Maps with keys of any kind',
      new Map<unknown, unknown>([
        [1, 'a'],
        ['1', new Map([[undefined, new Set()]])],
      ]),
    ],
    ['Sets', new Set([1, 'a', null])],
    ['dates', new Date(0)],
    [
      'typed arrays',
      [new Float64Array([1.5, -2]), new Uint8Array([1, 255]), Buffer.from('a'), new BigInt64Array([3n])],
    ],
    ['fields that are named like marks', { $: 'map', entries: [[1, 2]], $$: { $: 1 } }],
    ['arrays with gaps', [1, undefined, 2]],
  ])('%s', (_, value) => {
    expect(again(value)).toStrictEqual(value)
  })

  test('the field __proto__ of an object from JSON stays a field', () => {
    const value = again(JSON.parse('{"__proto__":{"a":1},"constructor":{"b":2}}'))
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1},"constructor":{"b":2}}')
  })

  test('an object without a prototype', () => {
    const value = again(Object.assign(Object.create(null), { a: 1 }))
    expect([Object.getPrototypeOf(value), value.a]).toEqual([null, 1])
  })

  test('an object that is held twice is one object again, in a circle too', () => {
    const key = { secret: 'a', list: [1] }
    const made = again({ byId: new Map([['k', { key }]]), keys: [key], all: new Set([key]) })
    expect(made.keys[0]).toBe(made.byId.get('k')?.key)
    expect(made.all.has(made.keys[0] as typeof key)).toBe(true)
    const circle: { self?: unknown; list: unknown[] } = { list: [] }
    circle.self = circle
    circle.list.push(circle.list)
    const same = again(circle)
    expect(same.self).toBe(same)
    expect(same.list[0]).toBe(same.list)
  })

  test('sorted keys and time queues go on', () => {
    const keys = createSortedKeys()
    for (let key = 0; key < 2000; key += 1) addKey(keys, String((key * 7919) % 2000).padStart(4, '0'))
    const queue = createTimeQueue()
    for (const timeMs of [5, 1, 3]) enqueue(queue, timeMs, String(timeMs))
    const [sameKeys, sameQueue] = again([keys, queue] as const)
    addKey(sameKeys, '0500x')
    expect([...keysAfter(sameKeys, '0499')].slice(0, 3)).toEqual(['0500', '0500x', '0501'])
    expect(sameKeys.size).toBe(2001)
    expect([takeDue(sameQueue, 9)?.key, takeDue(sameQueue, 9)?.key, takeDue(sameQueue, 9)?.key]).toEqual([
      '1',
      '3',
      '5',
    ])
  })
})

test.each<[string, unknown, string]>([
  ['a function', { a: new Map([['b', [() => 1]]]) }, 'A function cannot be kept: a.b.0'],
  ['a symbol', { a: Symbol('b') }, 'A symbol cannot be kept: a'],
  ['an instance', { a: /b/ }, 'An instance of RegExp cannot be kept: a'],
])('%s is refused with its place', (_, value, message) => {
  expect(() => encode(value)).toThrow(message)
})

test.each([
  { $: 'what' },
  { $: 'ref', id: 7 },
  { $: 'map' },
  { $: 'map', entries: [1] },
  { $: 'set', values: 'abc' },
  { $: 'bytes', type: 'Function', base64: '' },
])('%j is no part of a snapshot', (encoded) => {
  expect(() => decode(encoded)).toThrow(TypeError)
})
