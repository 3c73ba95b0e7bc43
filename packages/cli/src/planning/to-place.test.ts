import { expect, test } from 'vitest'
import { toPlace } from './to-place.ts'

test.each([
  ['/home/shop/test/a.test.ts', 'test/a.test.ts:6'],
  ['/home/other/b.ts', '/home/other/b.ts:6'],
])('%s is shown as %s', (file, shown) => {
  expect(toPlace({ file, line: 6, column: 1 }, '/home/shop')).toBe(shown)
})

test('a place that is not known is said to be so', () => {
  expect(toPlace(undefined, '/home/shop')).toBe('an unknown place')
})
