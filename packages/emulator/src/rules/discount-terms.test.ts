import { expect, test } from 'vitest'
import { isDayText, toEndDate } from './discount-terms.ts'

test('a year from 1 April 2022 ends on 31 March 2023 (example in the published document)', () => {
  expect(toEndDate('20220401', 12)).toBe('20230331')
  expect(toEndDate('20261231', 12)).toBe('20271230')
})

test('a day is eight digits of the calendar', () => {
  expect(isDayText('20240229')).toBe(true)
  for (const text of ['20230229', '20261301', '2026-11-01', '', '202611']) expect(isDayText(text)).toBe(false)
})
