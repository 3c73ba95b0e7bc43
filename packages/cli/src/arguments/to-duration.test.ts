import { expect, test } from 'vitest'
import { toAge, toDurationMs } from './to-duration.ts'

test.each([
  ['90s', 90_000],
  ['30m', 1_800_000],
  ['1h', 3_600_000],
  ['2d', 172_800_000],
])('%s is a time', (text, ms) => {
  expect(toDurationMs('--older-than', text)).toBe(ms)
})

test.each(['', '1', 'h', '1.5h', '-1h', '1w'])('%j is none', (text) => {
  expect(() => toDurationMs('--older-than', text)).toThrow('--older-than must be a time such as')
})

test.each([
  [0, '0 s'],
  [119_999, '119 s'],
  [120_000, '2 min'],
  [7_200_000, '2 h'],
  [172_800_000, '2 d'],
])('an age of %i ms is shown as %s', (ms, text) => {
  expect(toAge(ms)).toBe(text)
})
