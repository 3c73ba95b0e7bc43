import { defineRateCard, publishedRateCard } from '@soracom-fixtures/api/billing'
import { expect, test } from 'vitest'
import { insertPoint, type StatsTable } from '../../state/stats-table.ts'
import type { BilledChange, BilledSim, BillInput } from './bill-input.ts'
import { billOfMonth } from './bill-of-month.ts'
import { createLinesCache } from './lines-cache.ts'
import { at, change, makeInput, makeSim, traffic } from './testing/bill-parts.ts'
import { linesOf } from './to-lines-part.ts'

const history: BilledChange[] = [change('2026-11-01T00:00', 'active', ['D-500MB'])]
const sims: readonly BilledSim[] = [
  makeSim({ imsi: '1', history, air: { '2026-11-01T08:00': traffic(5, 20) } }),
  makeSim({ imsi: '2', subscription: 'plan-K', air: { '2026-11-02T08:00': traffic(5, 20) } }),
]
const cache = createLinesCache()
const insert = (sim: number, time: string) =>
  insertPoint(sims[sim]?.air as StatsTable, at(time) / 1000, traffic(1, 1), 0)

// Each change comes to a month that was billed before.
test.each<[string, () => unknown, Partial<BillInput>]>([
  ['nothing', () => {}, {}],
  ['a point', () => insert(0, '2026-11-03T08:00'), {}],
  ['a point of another SIM', () => insert(1, '2026-11-03T08:00'), {}],
  ['a change of status', () => history.push(change('2026-11-05T00:00', 'terminated')), {}],
  ['a day that is over', () => {}, { nowMs: at('2026-11-20T12:00') }],
  ['a month that is over', () => {}, { nowMs: at('2026-12-20T12:00') }],
])('a bill after %s is the same as one that remembers nothing', (_, happen, parts) => {
  happen()
  const input = makeInput(sims, parts)
  expect(billOfMonth({ ...input, cache }, '202611')).toEqual(billOfMonth(input, '202611'))
})

test('lines that nothing has changed of are not made again', () => {
  const input = makeInput(sims, { cache })
  const november = () => linesOf(billOfMonth(input, '202611') ?? { parts: [] })
  const [first, again] = [november()[0], november()[0]]
  expect(first).toBeDefined()
  expect(again).toBe(first)
  insert(0, '2026-11-04T08:00')
  expect(november().some((line) => line === first)).toBe(true)
})

test('fees that depend on the SIMs before are made anew', () => {
  const fee = {
    subscription: 'plan-D',
    per: 'day',
    statuses: ['active'],
    price: 10,
    beyond: { sims: 1, price: 1 },
  } as const
  const card = defineRateCard({ name: 'x', source: 'this test', asOf: '2026', basicFees: [fee] }, publishedRateCard)
  const many = ['1', '2'].map((imsi) => makeSim({ imsi, history: [change('2026-11-10T00:00', 'active')] }))
  const amountOf = (some: readonly BilledSim[]) => billOfMonth(makeInput(some, { card, cache }), '202611')?.subtotal
  expect(amountOf(many)).toBe(11)
  expect(amountOf(many.slice(1))).toBe(10)
})
