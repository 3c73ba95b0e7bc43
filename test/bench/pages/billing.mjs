import { runNode } from '../support/run-node.mjs'

export const title =
  '1,000 SIMs with 24 points on each of 31 days, in the emulator as a function. Peer: what a test would keep by hand, an ' +
  'array of points that is summed when it is read, with one price and no plans, bundles, coupons or tax.'

export async function run() {
  const { points, seeding, ours, byHand, small, large } = await runNode(
    'billing.mjs',
    [],
    ['--max-old-space-size=8192'],
  )
  const perSecond = (ms) => (points * 1000) / ms
  return [
    {
      name: 'seed-points',
      ours: perSecond(seeding.ours),
      peer: perSecond(seeding.byHand),
      ratio: seeding.byHand / seeding.ours,
      unit: 'points/s',
      note: `ours / peer; ${points} points`,
    },
    {
      name: 'bill-month',
      ours,
      peer: byHand,
      ratio: ours / byHand,
      unit: 'ms',
      note: 'ours / peer; the month, by day, by item, by SIM, and as CSV',
    },
    {
      name: 'growth-bill-sims',
      ours: large,
      peer: small,
      ratio: large / small,
      unit: 'ms',
      note: '10,000 SIMs / 100 SIMs; 100 is in line with their number',
    },
  ]
}
