import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SimState } from './sim.ts'
import { findByMsisdn, simNumberLimit, toSimNumbers } from './sim-numbers.ts'
import type { World } from './world.ts'

const numbers = fc.integer({ min: 0, max: simNumberLimit - 1 })
const worldOf = (...imsis: string[]) =>
  ({ sims: new Map(imsis.map((imsi) => [imsi, { imsi } as SimState])) }) as unknown as World

test('a SIM is found by the MSISDN that goes with its IMSI', () => {
  const property = fc.property(numbers, (number) => {
    const { imsi, msisdn } = toSimNumbers(number)
    expect(imsi).toMatch(/^00101\d{10}$/)
    expect(msisdn).toMatch(/^999\d{9}$/)
    expect(findByMsisdn(worldOf(imsi), msisdn)).toEqual({ imsi })
  })
  fc.assert(property)
})

test('two SIMs have neither number in common', () => {
  const property = fc.property(fc.uniqueArray(numbers, { minLength: 2, maxLength: 2 }), ([one = 0, other = 0]) => {
    expect(toSimNumbers(one).imsi).not.toBe(toSimNumbers(other).imsi)
    expect(toSimNumbers(one).msisdn).not.toBe(toSimNumbers(other).msisdn)
  })
  fc.assert(property)
})

test.each(['', '999', '99912345678x', '001010000000000'])('%j is the MSISDN of no SIM', (text) => {
  expect(findByMsisdn(worldOf(toSimNumbers(0).imsi), text)).toBeUndefined()
})
