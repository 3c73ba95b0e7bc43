import { expect, test, vi } from 'vitest'
import * as standIn from './stand-in-runner.ts'

// The stand-in as test files see it: their runner's types do not matter when they are loaded.
// biome-ignore lint/suspicious/noExplicitAny: a stand-in answers to everything
const runner = standIn as any

test('the callback of a suite runs at once, whatever the suite is called and wherever its options stand', () => {
  const callback = vi.fn()
  runner.describe('a', callback)
  runner.describe('b', { retry: 1 }, callback)
  runner.describe('c', callback, 1000)
  runner.describe.concurrent.only('d', callback)
  runner.describe.skipIf(false)('e', callback)
  runner.describe.runIf(true).sequential('f', callback)
  runner.suite('g', callback)
  expect(callback).toHaveBeenCalledTimes(7)
})

test('a suite that is skipped sets nothing up', () => {
  const callback = vi.fn()
  runner.describe.skip('a', callback)
  runner.describe.todo('b')
  runner.describe.skipIf(true)('c', callback)
  runner.describe.runIf(false)('d', callback)
  runner.describe.skip.each([1, 2])('e', callback)
  runner.xdescribe('f', callback)
  expect(callback).not.toHaveBeenCalled()
})

test('a suite for each row gets the row', () => {
  const callback = vi.fn()
  runner.describe.each([
    [1, 'a'],
    [2, 'b'],
  ])('%i', callback)
  runner.describe.each([{ n: 3 }])('$n', callback)
  runner.describe.for([[4, 'd']])('%i', callback)
  runner.describe.each`
    n    | text
    ${5} | ${'e'}
    ${6} | ${'f'}
  `('$n', callback)
  expect(callback.mock.calls).toEqual([
    [1, 'a'],
    [2, 'b'],
    [{ n: 3 }],
    [[4, 'd']],
    [{ n: 5, text: 'e' }],
    [{ n: 6, text: 'f' }],
  ])
})

test('tests, hooks and mocks do nothing, however they are chained', async () => {
  const callback = vi.fn()
  runner.test('a', callback)
  runner.it.each([1])('b', callback)
  runner.test.extend({ a: callback }).skip('c', callback)
  for (const hook of ['beforeAll', 'beforeEach', 'afterAll', 'afterEach']) runner[hook](callback)
  runner.vi.mock('./a.ts', callback)
  runner.jest.mock('./a.ts', callback)
  expect(`${runner.vi.fn(callback)()}`).toBe('')
  expect([...runner.expect(1).not.toBe(2)]).toEqual([])
  expect(await runner.expect(Promise.resolve()).resolves.toBe(1)).toBeDefined()
  expect(callback).not.toHaveBeenCalled()
})

test('what is hoisted is there for the rest of the file', () => {
  expect(runner.vi.hoisted(() => 3)).toBe(3)
})
