import { expect, test } from 'vitest'
import { bundleLines } from './bundle-lines.ts'
import { createMonthContext } from './month-context.ts'
import { change, makeInput, makeSim } from './testing/bill-parts.ts'

test('a bundle with a known fee costs it once a month', () => {
  const history = [change('2026-10-20T00:00', 'active', ['X3-5MB']), change('2026-11-05T00:00', 'inactive', [])]
  const sim = makeSim({ subscription: 'planX3', history })
  const input = makeInput([sim], { coverageType: 'g' })
  const line = { imsi: sim.imsi, billItemName: 'bundleCharge', unitPrice: 1, quantity: 1, amount: 1 }
  expect(bundleLines(createMonthContext(input, '202610'), sim)).toEqual([{ ...line, date: '202610' }])
  expect(bundleLines(createMonthContext(input, '202611'), sim)).toEqual([{ ...line, date: '202611' }])
  expect(bundleLines(createMonthContext(input, '202612'), sim)).toEqual([])
})

test('a bundle that the card lacks costs nothing, and is told', () => {
  const sim = makeSim({ history: [change('2026-11-01T00:00', 'active', ['D-500MB'])] })
  const context = createMonthContext(makeInput([sim]), '202611')
  expect(bundleLines(context, sim)).toEqual([])
  expect([...context.unpriced]).toEqual([
    'fee of bundle D-500MB: give bundleFees',
    'allowance of bundle D-500MB: give includedBytes in bundleFees',
  ])
})
