import { type DataPrice, publishedRateCard, type RateCard } from '@soracom-fixtures/api/billing'
import { describe, expect, test } from 'vitest'
import type { BilledSim } from './bill-input.ts'
import { dataLines } from './data-lines.ts'
import { createMonthContext } from './month-context.ts'
import { monthLines } from './month-lines.ts'
import { change, makeInput, makeSim, mebibyte, traffic } from './testing/bill-parts.ts'
import { linesOf } from './to-lines-part.ts'

test('a day of plan-D costs its MiB by direction and speed class', () => {
  const sim = makeSim({ air: { '2026-11-01T08:00': traffic(5, 20), '2026-11-01T09:00': traffic(10, 0, 's1.slow') } })
  const context = createMonthContext(makeInput([sim]), '202611')
  const lines = dataLines(context, sim)
  expect(lines.map(({ date, billItemName, quantity, amount }) => [date, billItemName, quantity, amount])).toEqual([
    // 5 × 0.30, 20 × 1.00 and 10 × 0.22
    ['20261101', 'uploadDataCharge', 5 * mebibyte, 1.5],
    ['20261101', 'downloadDataCharge', 20 * mebibyte, 20],
    ['20261101', 'uploadDataCharge', 10 * mebibyte, 2.2],
  ])
  expect(lines[1]?.unitPrice).toBe(1 / mebibyte)
})

test('points of one day are one line', () => {
  const sim = makeSim({ air: { '2026-11-01T08:00': traffic(0, 1), '2026-11-01T20:00': traffic(0, 2) } })
  expect(dataLines(createMonthContext(makeInput([sim]), '202611'), sim).map(({ amount }) => amount)).toEqual([3])
})

test('traffic of another month is not billed', () => {
  const sim = makeSim({ air: { '2026-10-31T23:59': traffic(5, 20), '2026-12-01T00:00': traffic(5, 20) } })
  expect(dataLines(createMonthContext(makeInput([sim]), '202611'), sim)).toEqual([])
})

test('what the rate card lacks is told and not made up', () => {
  const sim = makeSim({ subscription: 'plan-K', air: { '2026-11-01T08:00': traffic(1, 1) } })
  const context = createMonthContext(makeInput([sim]), '202611')
  expect(dataLines(context, sim)).toEqual([])
  expect([...context.unpriced]).toEqual(['data of plan-K in s1.fast: give dataPrices'])
})

test('a bill with traffic of plan-D says that its night is billed as day', () => {
  const sim = makeSim({ air: { '2026-11-01T08:00': traffic(1, 1) } })
  const context = createMonthContext(makeInput([sim]), '202611')
  dataLines(context, sim)
  expect([...context.unpriced]).toEqual([expect.stringContaining('night price of plan-D')])
})

test('data of plan01s-low_data_volume counts in units of 100 KB', () => {
  const sim = makeSim({
    subscription: 'plan01s-low_data_volume',
    air: { '2026-11-01T08:00': new Map([['s1.standard', [1, 0, 0, 0]]]) },
  })
  const context = createMonthContext(makeInput([sim], { coverageType: 'g' }), '202611')
  // One byte is one unit: 102,400 / 1,048,576 of 0.5 dollars.
  expect(dataLines(context, sim)).toMatchObject([{ quantity: 102_400, amount: 0.048828125 }])
})

test('a bundle includes the first bytes of the month where the card tells how many', () => {
  const sim = makeSim({
    history: [change('2026-11-01T00:00', 'active', ['D-500MB'])],
    air: { '2026-11-01T08:00': traffic(0, 300), '2026-11-02T08:00': traffic(0, 300) },
  })
  const bundle = { bundle: 'D-500MB', price: 0, includedBytes: 500 * mebibyte, source: 'this test', asOf: '2026' }
  const card: RateCard = { ...publishedRateCard, bundleFees: [bundle] }
  // 300 of the first day and 200 of the second are included; 100 at 1 yen are left.
  expect(dataLines(createMonthContext(makeInput([sim], { card }), '202611'), sim)).toMatchObject([
    { date: '20261102', amount: 100 },
  ])
  expect(dataLines(createMonthContext(makeInput([sim]), '202611'), sim).map(({ amount }) => amount)).toEqual([300, 300])
})

test('a price that names hours holds in these, by the zone that it names', () => {
  const sim = makeSim({
    // 1 o'clock, 6 o'clock and 23 o'clock in Japan
    air: {
      '2026-11-02T16:00': traffic(0, 10),
      '2026-11-02T21:00': traffic(0, 20),
      '2026-11-02T14:00': traffic(0, 40),
    },
  })
  const night: DataPrice = {
    subscription: 'plan-D',
    speedClass: 's1.fast',
    direction: 'download',
    price: 0.2,
    perBytes: mebibyte,
    unitBytes: 1,
    hours: { fromHour: 22, toHour: 6, zoneOffsetMinutes: 540 },
    source: 'this test',
    asOf: '2026',
  }
  const card: RateCard = { ...publishedRateCard, dataPrices: [night, ...publishedRateCard.dataPrices] }
  const lines = dataLines(createMonthContext(makeInput([sim], { card }), '202611'), sim)
  // 50 MiB by night at 0.20 yen, 20 MiB by day at 1.00 yen.
  expect(lines.map(({ amount }) => amount)).toEqual([10, 20])
})

test('bytes outside of every named hour have no price', () => {
  const sim = makeSim({ subscription: 'plan-K', air: { '2026-11-02T12:00': traffic(0, 10) } })
  const price: DataPrice = {
    subscription: 'plan-K',
    speedClass: '*',
    direction: 'download',
    price: 1,
    perBytes: mebibyte,
    unitBytes: 1,
    hours: { fromHour: 0, toHour: 6, zoneOffsetMinutes: 0 },
    source: 'this test',
    asOf: '2026',
  }
  const context = createMonthContext(
    makeInput([sim], { card: { ...publishedRateCard, dataPrices: [price] } }),
    '202611',
  )
  expect(dataLines(context, sim)).toEqual([])
  expect([...context.unpriced]).toEqual(['data of plan-K in s1.fast: give dataPrices'])
})

describe('a bundle', () => {
  const fee = { bundle: 'D-500MB', price: 0, includedBytes: 100 * mebibyte, source: 'this test', asOf: '2026' }
  const history = [change('2026-11-01T00:00', 'active', ['D-500MB'])]
  const openWith = (bundle: object, ...sims: readonly BilledSim[]) => {
    const card = { ...publishedRateCard, bundleFees: [{ ...fee, ...bundle }] }
    return createMonthContext(makeInput(sims, { card }), '202611')
  }

  test('may have a price of its own for what is beyond it, in units of its own', () => {
    const sim = makeSim({ history, air: { '2026-11-01T08:00': traffic(90, 0), '2026-11-02T08:00': traffic(15, 3.5) } })
    const overage = { price: 2, perBytes: mebibyte, unitBytes: mebibyte }
    const lines = dataLines(openWith({ overage }, sim), sim)
    // 100 of 90 + 15 + 3.5 MiB are free; of the rest 5 go up, and 3.5 down are four units.
    expect(lines.map(({ billItemName, amount }) => [billItemName, amount])).toEqual([
      ['uploadDataCharge', 10],
      ['downloadDataCharge', 8],
    ])
  })

  test('includes data of a speed class without a price', () => {
    const sim = makeSim({ history, air: { '2026-11-01T08:00': traffic(100, 0, 's1.4xfast') } })
    const context = openWith({}, sim)
    expect(dataLines(context, sim)).toEqual([])
    expect([...context.unpriced].filter((what) => what.startsWith('data'))).toEqual([])
  })

  test('of each SIM is its own', () => {
    const heavy = makeSim({ imsi: '1', history, air: { '2026-11-01T08:00': traffic(0, 150) } })
    const light = makeSim({ imsi: '2', history })
    const context = openWith({}, heavy, light)
    expect(dataLines(context, heavy, light).map(({ imsi, amount }) => [imsi, amount])).toEqual([['1', 50]])
  })

  test('that is pooled is used by all SIMs that have it, day by day', () => {
    const first = makeSim({ imsi: '1', history, air: { '2026-11-02T08:00': traffic(0, 150) } })
    const second = makeSim({ imsi: '2', history, air: { '2026-11-01T08:00': traffic(0, 60) } })
    const idle = makeSim({ imsi: '3', history })
    const input = [first, second, idle]
    const card = { ...publishedRateCard, bundleFees: [{ ...fee, pooled: true }] }
    const data = (sims: readonly BilledSim[]) =>
      linesOf(monthLines(makeInput(sims, { card }), '202611')).filter(({ billItemName }) =>
        billItemName.endsWith('DataCharge'),
      )
    expect(data(input)).toEqual([])
    // Without the idle SIM 200 MiB are free: 60 on the first day, and 140 of 150 on the second.
    expect(data([first, second]).map(({ imsi, date, amount }) => [imsi, date, amount])).toEqual([['1', '20261102', 10]])
  })
})
