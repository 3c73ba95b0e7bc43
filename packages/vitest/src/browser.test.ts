import { expect, test } from 'vitest'
import * as browser from './browser.ts'
import * as index from './index.ts'

test('a browser gets every name of this package, and each says that fixtures are made in Node', () => {
  expect(Object.keys(browser).sort()).toEqual(Object.keys(index).sort())
  for (const refuse of Object.values(browser))
    expect(refuse).toThrow(/was called in a browser.*fixtures are made in Node/)
})

test('the matchers say it where they are imported', async () => {
  await expect(import('./matchers-in-browser.ts')).rejects.toThrow('was called in a browser')
})
