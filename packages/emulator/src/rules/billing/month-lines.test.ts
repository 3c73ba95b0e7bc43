import { expect, test } from 'vitest'
import { monthLines } from './month-lines.ts'
import { at, change, makeInput, makeSim, mebibyte, traffic } from './testing/bill-parts.ts'
import { linesOf } from './to-lines-part.ts'

test('a month holds basic fees, data and bundles of each SIM, and Beam', () => {
  const sim = makeSim({
    history: [change('2026-11-10T00:00', 'active', ['D-500MB'])],
    air: { '2026-11-10T08:00': traffic(1, 1) },
    beam: { '2026-11-10T08:00': 10 },
  })
  const month = monthLines(makeInput([sim]), '202611')
  expect(linesOf(month).map(({ billItemName, amount }) => [billItemName, amount])).toEqual([
    ['basicCharge', 10],
    ['uploadDataCharge', 0.3],
    ['downloadDataCharge', 1],
  ])
  expect(month.unpriced).toEqual([
    'Beam requests of coverage type jp: give beamPrices',
    'allowance of bundle D-500MB: give includedBytes in bundleFees',
    'fee of bundle D-500MB: give bundleFees',
    expect.stringContaining('night price of plan-D'),
  ])
})

test('SIMs of another coverage type are not on the bill, and are told', () => {
  const sim = makeSim({
    subscription: 'plan01s',
    history: [change('2026-11-01T00:00', 'active')],
    air: { '2026-11-10T08:00': traffic(1, 1) },
  })
  expect(monthLines(makeInput([sim]), '202611')).toEqual({
    parts: [],
    unpriced: ['SIMs of plan01s: this bill is of coverage type jp'],
  })
})

test('a month costs what its rows are, however many points made them', () => {
  const counters = () => new Map([['s1.fast', [0, mebibyte]]])
  const sim = {
    ...makeSim(),
    air: { month: new Map([[at('2026-11-01T00:00') / 1000, counters()]]), day: countingMap(counters) },
  }
  expect(linesOf(monthLines(makeInput([sim]), '202611'))).toHaveLength(30)
  expect(sim.air.day.reads).toBe(30)
})

// A table with a row for each day that counts how often it is read.
function countingMap<V>(make: () => V): ReadonlyMap<number, V> & { reads: number } {
  const map = Object.assign(new Map<number, V>(), { reads: 0 })
  map.get = () => {
    map.reads += 1
    return make()
  }
  return map
}
