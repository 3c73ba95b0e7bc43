import { runNode } from '../support/run-node.mjs'

const [sims, pointsADay] = [1_000, 24]

export const title =
  'The bill of a month in which 1,000 SIMs have 24 points on each of 31 days, in the emulator as a function. Peer: an ' +
  'array of points that is summed when it is read, with one price and no plans, bundles, coupons or tax.'

export async function run() {
  const { byView, first, afterPoint } = await runNode(
    'bill-month.mjs',
    [sims, pointsADay],
    ['--max-old-space-size=8192'],
  )
  const row = (name, ours, peer, note) => ({ name, ours, peer, ratio: ours / peer, unit: 'ms', note })
  const sum = (key) => Object.values(byView).reduce((all, view) => all + view[key], 0)
  return [
    row('bill-month', sum('ours'), sum('byHand'), 'ours / peer; the month, by day, by item, by SIM, and as CSV'),
    ...Object.entries(byView).map(([name, { ours, byHand }]) =>
      row(`bill-month/${name}`, ours, byHand, 'ours / peer; one of the five'),
    ),
    row('bill-month/new-point', afterPoint, first, 'the month after one new point / when it is first read'),
  ]
}
