import { expect, test } from 'vitest'
import { toSeconds, toUnixSeconds } from './time.ts'

const noon = Date.UTC(2026, 10, 1, 12) / 1000

test.each([
  [noon, noon],
  [noon + 0.9, noon],
  [new Date(noon * 1000 + 999), noon],
  ['2026-11-01T12:00:00Z', noon],
  ['2026-11-01T12:00:00.999Z', noon],
  ['2026-11-01T12:00', noon],
  ['2026-11-01 12:00:00', noon],
  ['2026-11-01T21:00+09:00', noon],
  ['2026-11-01T21:00+0900', noon],
  [' 2026-11-01 ', noon - 43_200],
  ['2026-11', noon - 43_200],
  ['2028-02-29', Date.UTC(2028, 1, 29) / 1000],
])('%s is a point of time', (time, seconds) => {
  expect(toUnixSeconds(time)).toBe(seconds)
})

test.each(['', 'noon', '2026', '2026-13', '2026-11-31', '2026-02-29', '2026-11-01T25:00', 'Nov 1 2026', '11/1/2026'])(
  'the text "%s" is none',
  (time) => {
    expect(toUnixSeconds(time)).toBe(`"${time}" is no point of time; give a Date, ISO text or UNIX seconds`)
  },
)

test.each([
  [noon * 1000, /looks like milliseconds/],
  [Date.UTC(2000, 0, 1), /looks like milliseconds/],
  [0, /outside the years 2000 to 2100/],
  [Number.POSITIVE_INFINITY, /looks like milliseconds|outside the years/],
  [Number.NaN, /is no point of time/],
  ['1999-12-31', /outside the years 2000 to 2100/],
  [new Date(Number.NaN), /is no point of time/],
])('%s is no point of time', (time, message) => {
  expect(toUnixSeconds(time)).toMatch(message)
})

test('a length of time adds its units up', () => {
  expect(toSeconds({ days: 1, hours: 2, minutes: 3, seconds: 4 })).toBe(93_784)
  expect(toSeconds({})).toBe(0)
})
