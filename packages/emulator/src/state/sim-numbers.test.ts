import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberOfImsi, numberOfMsisdn, simNumberLimit, toSimNumbers } from './sim-numbers.ts'

const numbers = fc.integer({ min: 0, max: simNumberLimit - 1 })

test('a number is read off the IMSI and the MSISDN that follow from it', () => {
  const property = fc.property(numbers, (number) => {
    const { imsi, msisdn } = toSimNumbers(number)
    expect(imsi).toMatch(/^00101\d{10}$/)
    expect(msisdn).toMatch(/^999\d{9}$/)
    expect([numberOfImsi(imsi), numberOfMsisdn(msisdn)]).toEqual([number, number])
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

test.each([
  '',
  '0',
  '00101',
  '99900000001',
  '001011000000000',
  '00101000000000x',
  '0010100000001e5',
  '440100000000000',
])('%j is the IMSI of no SIM', (text) => expect(numberOfImsi(text)).toBeUndefined())

test.each(['', '999', '99912345678x', '9991234567.1', '001010000000000', '888000000000'])(
  '%j is the MSISDN of no SIM',
  (text) => expect(numberOfMsisdn(text)).toBeUndefined(),
)
