import { describe, expect, test } from 'vitest'
import { sequence } from './sequence.ts'

const run = (graph: Record<string, string[]>) => sequence(Object.keys(graph), (node) => graph[node] ?? [])

describe('sequence', () => {
  test.each([
    ['nothing', {}, []],
    ['one node', { a: [] }, ['a']],
    ['a chain declared forwards', { a: [], b: ['a'], c: ['b'] }, ['a', 'b', 'c']],
    ['a chain declared backwards', { c: ['b'], b: ['a'], a: [] }, ['a', 'b', 'c']],
    ['a diamond', { d: ['b', 'c'], b: ['a'], c: ['a'], a: [] }, ['a', 'b', 'c', 'd']],
    ['two islands', { a: [], x: [], y: ['x'], b: ['a'] }, ['a', 'x', 'y', 'b']],
    ['a node named twice by one', { b: ['a', 'a'], a: [] }, ['a', 'b']],
    ['a node that only an edge names', { b: ['a'] }, ['a', 'b']],
  ])('%s is put in order', (_, graph, order) => {
    expect(run(graph as Record<string, string[]>).order).toEqual(order)
  })

  test('the depth is the longest chain that leads to a node', () => {
    const { depth } = run({ a: [], b: ['a'], c: ['a', 'b'], d: [] })
    expect(Object.fromEntries(depth)).toEqual({ a: 0, b: 1, c: 2, d: 0 })
  })

  test.each([
    ['a node that waits for itself', { a: ['a'] }, ['a', 'a']],
    ['two nodes', { a: ['b'], b: ['a'] }, ['a', 'b', 'a']],
    ['a circle behind a tail', { t: ['a'], a: ['b'], b: ['c'], c: ['a'] }, ['a', 'b', 'c', 'a']],
  ])('a circle of %s is told', (_, graph, circle) => {
    expect(run(graph as Record<string, string[]>).circle).toEqual(circle)
  })

  test('a chain of 100,000 nodes needs no deep stack', () => {
    const { order } = sequence([100_000], (node) => (node === 0 ? [] : [node - 1]))
    expect(order).toHaveLength(100_001)
    expect(order[0]).toBe(0)
  })
})
