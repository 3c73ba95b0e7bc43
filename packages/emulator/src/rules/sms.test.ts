import { expect, test } from 'vitest'
import { toSmsProblem } from './sms.ts'

test('UCS-2 takes 70 characters of any alphabet (published document)', () => {
  expect(toSmsProblem('あ'.repeat(70), 2)).toBeUndefined()
  expect(toSmsProblem('あ'.repeat(71), 2)).toEqual({ code: 'EMU0184', args: [71, 70] })
})

test('GSM 7-bit takes 160 characters of its own alphabet (published document)', () => {
  expect(toSmsProblem('é'.repeat(160), 1)).toBeUndefined()
  expect(toSmsProblem('a'.repeat(161), 1)).toEqual({ code: 'EMU0184', args: [161, 160] })
  expect(toSmsProblem('漢', 1)).toEqual({ code: 'EMU0185', args: ['漢'] })
})

test('characters beyond the basic alphabet of GSM count twice', () => {
  expect(toSmsProblem('€'.repeat(80), 1)).toBeUndefined()
  expect(toSmsProblem('€'.repeat(81), 1)).toEqual({ code: 'EMU0184', args: [162, 160] })
})
