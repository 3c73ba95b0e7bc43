import { expect, test } from 'vitest'
import { closest } from './closest.ts'

test.each([
  ['prot', 'port'],
  ['alow-host', 'allow-host'],
  ['latency', 'latency-ms'],
  ['hosts', 'host'],
  ['xyz', undefined],
  ['', undefined],
])('%j most likely means %j', (typed, meant) => {
  expect(closest(typed, ['port', 'host', 'allow-host', 'latency-ms'])).toBe(meant)
})
