import { expect, test } from 'vitest'
import { toExhaustedMs, toRetryAfterMs } from './retry-after.ts'

const nowMs = Date.UTC(2027, 0, 1)
const refresh = 'x-soracom-ratelimit-seconds-before-refresh'

test.each([
  ['seconds', { 'retry-after': '7' }, 7000],
  ['a date', { 'retry-after': 'Fri, 01 Jan 2027 00:00:09 GMT' }, 9000],
  ['a date that is over', { 'retry-after': 'Thu, 31 Dec 2026 00:00:09 GMT' }, 0],
  ['the rate limit', { [refresh]: '42' }, 42_000],
  ['Retry-After before the rate limit', { 'retry-after': '7', [refresh]: '42' }, 7000],
  ['nothing', {}, undefined],
  ['nonsense', { 'retry-after': 'soon', [refresh]: 'later' }, undefined],
])('a 429 asks to wait by %s', (_, headers, expected) => {
  expect(toRetryAfterMs({ status: 429, headers, text: '' }, nowMs)).toBe(expected)
})

test('a 503 asks to wait by Retry-After alone', () => {
  expect(toRetryAfterMs({ status: 503, headers: { [refresh]: '42' }, text: '' }, nowMs)).toBeUndefined()
})

test('a limit is used up when nothing of it remains', () => {
  const toMs = (remaining: string) =>
    toExhaustedMs({ status: 200, headers: { 'x-soracom-ratelimit-remaining': remaining, [refresh]: '42' }, text: '' })
  expect(toMs('0')).toBe(42_000)
  expect(toMs('1')).toBeUndefined()
})
