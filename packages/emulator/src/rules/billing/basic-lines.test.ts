import { expect, test } from 'vitest'
import { basicLines } from './basic-lines.ts'
import { createMonthContext } from './month-context.ts'
import { at, change, makeInput, makeSim } from './testing/bill-parts.ts'

test('a SIM of plan-D costs ten yen for each day on which it is active or inactive', () => {
  const sim = makeSim({
    history: [
      change('2026-11-02T08:00', 'ready'),
      change('2026-11-03T23:59', 'active'),
      change('2026-11-05T00:01', 'suspended'),
      change('2026-11-09T10:00', 'inactive'),
    ],
  })
  const context = createMonthContext(makeInput([sim]), '202611')
  // The 3rd, the 4th and the first minute of the 5th active; the 9th and the 10th, which is today, inactive.
  expect(basicLines(context, sim).map(({ date, amount }) => [date, amount])).toEqual([
    ['20261103', 10],
    ['20261104', 10],
    ['20261105', 10],
    ['20261109', 10],
    ['20261110', 10],
  ])
  expect([...context.unpriced]).toEqual([
    'basic fee of plan-D in status ready: give basicFees',
    'basic fee of plan-D in status suspended: give basicFees',
  ])
})

test('a SIM costs nothing before its registration, after its termination and in the future', () => {
  const sim = makeSim({ history: [change('2026-10-30T00:00', 'active'), change('2026-11-01T12:00', 'terminated')] })
  const dates = (month: string) => basicLines(createMonthContext(makeInput([sim]), month), sim).map(({ date }) => date)
  expect(dates('202609')).toEqual([])
  expect(dates('202610')).toEqual(['20261030', '20261031'])
  expect(dates('202611')).toEqual(['20261101'])
  expect(dates('202612')).toEqual([])
})

test('a SIM counts from the very moment of its registration', () => {
  const sim = makeSim({ history: [change('2026-11-10T12:00', 'active')] })
  expect(basicLines(createMonthContext(makeInput([sim]), '202611'), sim)).toHaveLength(1)
})

test('days are cut in the zone of the bill', () => {
  const sim = makeSim({ history: [change('2026-11-01T16:00', 'active'), change('2026-11-01T17:00', 'terminated')] })
  // 16:00 in UTC is 1 o'clock of the next day in Japan.
  const context = createMonthContext(makeInput([sim], { zoneOffsetMinutes: 540 }), '202611')
  expect(basicLines(context, sim).map(({ date }) => date)).toEqual(['20261102'])
})

test('a fee by the month is charged once and in full', () => {
  const sim = makeSim({
    subscription: 'planP1',
    history: [change('2026-11-05T00:00', 'active'), change('2026-11-06T00:00', 'inactive')],
  })
  const context = createMonthContext(makeInput([sim], { coverageType: 'g' }), '202611')
  expect(basicLines(context, sim)).toEqual([
    { imsi: sim.imsi, date: '202611', billItemName: 'basicCharge', unitPrice: 1.8, quantity: 1, amount: 1.8 },
  ])
})

test('SIMs beyond the hundredth of a day cost less on plan01s', () => {
  const history = [change('2026-11-10T00:00', 'active')]
  const sims = Array.from({ length: 102 }, (_, index) =>
    makeSim({ imsi: `${index}`, subscription: 'plan01s', history }),
  )
  const context = createMonthContext(makeInput(sims, { coverageType: 'g' }), '202611')
  const amounts = sims.flatMap((sim) => basicLines(context, sim).map(({ amount }) => amount))
  expect(amounts.slice(98)).toEqual([0.06, 0.06, 0.05, 0.05])
})

test('of several fees on one day the dearest is charged', () => {
  const sim = makeSim({ history: [change('2026-11-10T00:00', 'ready'), change('2026-11-10T06:00', 'active')] })
  const { card, ...input } = makeInput([sim])
  const fee = {
    subscription: 'plan-D',
    per: 'day',
    statuses: ['ready'],
    price: 4,
    source: 'this test',
    asOf: '2026',
  } as const
  const context = createMonthContext({ ...input, card: { ...card, basicFees: [fee, ...card.basicFees] } }, '202611')
  expect(basicLines(context, sim).map(({ amount }) => amount)).toEqual([10])
})

test('a SIM of plan01s is free while it is ready', () => {
  const sim = makeSim({ subscription: 'plan01s', history: [change('2026-11-02T00:00', 'ready')] })
  const context = createMonthContext(makeInput([sim], { coverageType: 'g', nowMs: at('2026-11-20T00:00') }), '202611')
  expect(basicLines(context, sim)).toEqual([])
  expect(context.unpriced.size).toBe(0)
})
