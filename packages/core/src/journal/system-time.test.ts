import { afterEach, expect, test, vi } from 'vitest'
import { systemTime, systemTimeText } from './system-time.ts'

afterEach(() => {
  vi.useRealTimers()
})

test.each(['2020-01-01', '2035-01-01'])('a test that puts the time to %s changes nothing of it', (time) => {
  const before = Date.now()
  vi.useFakeTimers({ now: new Date(time) })
  expect(Math.abs(systemTime() - before)).toBeLessThan(60_000)
  expect(Math.abs(Date.parse(systemTimeText(1_000)) - before)).toBeLessThan(61_000)
})
