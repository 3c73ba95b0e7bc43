import { expect, test } from 'vitest'
import { beamLines } from './beam-lines.ts'
import { createMonthContext } from './month-context.ts'
import { makeInput, makeSim } from './testing/bill-parts.ts'

test('Beam requests cost from the hundred thousandth of the month on, of all SIMs together', () => {
  const first = makeSim({ imsi: '1', subscription: 'plan01s', beam: { '2026-11-01T08:00': 60_000 } })
  const second = makeSim({
    imsi: '2',
    subscription: 'plan01s',
    beam: { '2026-11-01T09:00': 50_000, '2026-11-02T09:00': 20_000 },
  })
  const sims = [first, second]
  const lines = beamLines(createMonthContext(makeInput(sims, { coverageType: 'g' }), '202611'), sims)
  // On the 1st 110,000 requests, of which 10,000 cost 0.09 dollars; on the 2nd 20,000 cost 0.18.
  expect(lines.map(({ imsi, date, quantity, amount }) => [imsi, date, quantity, amount])).toEqual([
    ['2', '20261101', 10_000, 0.09],
    ['2', '20261102', 20_000, 0.18],
  ])
})

test('requests that are free make no lines', () => {
  const sim = makeSim({ subscription: 'plan01s', beam: { '2026-11-01T08:00': 100_000 } })
  expect(beamLines(createMonthContext(makeInput([sim], { coverageType: 'g' }), '202611'), [sim])).toEqual([])
})

test('the price of Beam in yen is not known, and is told only where there are requests', () => {
  const sim = makeSim({ beam: { '2026-11-01T08:00': 1 } })
  const november = createMonthContext(makeInput([sim]), '202611')
  expect(beamLines(november, [sim])).toEqual([])
  expect([...november.unpriced]).toEqual(['Beam requests of coverage type jp: give beamPrices'])
  const december = createMonthContext(makeInput([sim]), '202612')
  beamLines(december, [sim])
  expect(december.unpriced.size).toBe(0)
})
