import process from 'node:process'
import { afterEach, expect, test, vi } from 'vitest'
import * as index from './index.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

test('a browser gets every name of this package, and each says that fixtures are made in Node', async () => {
  vi.stubGlobal('process', { ...process, versions: {} })
  const browser = await import('./browser.ts')
  expect(Object.keys(browser).sort()).toEqual(Object.keys(index).sort())
  for (const refuse of Object.values(browser))
    expect(refuse).toThrow(/was called in a browser.*fixtures are made in Node/)
})

test('the matchers say it where they are imported', async () => {
  vi.stubGlobal('process', { ...process, versions: {} })
  await expect(import('./matchers-in-browser.ts')).rejects.toThrow('was called in a browser')
})

test('Node that is told to take what is for browsers gets the package itself', async () => {
  const browser = await import('./browser.ts')
  expect(Object.keys(browser).sort()).toEqual(Object.keys(index).sort())
  expect(browser.operator).not.toThrow()
})
