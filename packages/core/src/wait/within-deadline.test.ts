import { expect, test, vi } from 'vitest'
import { withinDeadline } from './within-deadline.ts'

const limits = { deadlineMs: 20, graceMs: 20 }

test('work that ends at once is in time and never given up', async () => {
  const giveUp = vi.fn()
  expect(await withinDeadline(Promise.resolve(), limits, giveUp)).toBe('in time')
  expect(giveUp).not.toHaveBeenCalled()
})

test('work that heeds being given up is awaited', async () => {
  const { promise, resolve } = withResolvers()
  expect(await withinDeadline(promise, limits, resolve)).toBe('given up')
})

test('work that never ends is left after the grace time', async () => {
  expect(await withinDeadline(new Promise(() => {}), limits, () => {})).toBe('stuck')
})

test('work that fails throws its own error', async () => {
  await expect(withinDeadline(Promise.reject(new Error('broken')), limits, () => {})).rejects.toThrow('broken')
})

function withResolvers() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve: () => resolve() }
}
