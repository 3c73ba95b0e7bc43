import { runNode } from '../support/run-node.mjs'

const [sims, pointsADay] = [1_000, 24]
const [few, many] = [100, 10_000]

export const title =
  '1,000 SIMs with 24 points on each of 31 days, inserted into the emulator as a function. Peer: what a test would keep ' +
  'by hand, an array of points.'

export async function run() {
  const args = [sims, pointsADay, few, many]
  const { points, seeding, ...a } = await runNode('seed-points.mjs', args, ['--max-old-space-size=8192'])
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
      name: 'growth-seed-sims',
      ours: a.many,
      peer: a.few,
      ratio: a.many / a.few,
      unit: 'us',
      note: `a point with ${many} SIMs / with ${few}; 1 is even`,
    },
  ]
}
