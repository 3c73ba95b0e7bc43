import { airStats, mib, operator, planFixtures, subscribers } from '@soracom-fixtures/core'
import { least, measureInTurn, timed } from '../support/measure.mjs'

export const title =
  'The plan of 1 operator, SIMs, and a point of usage for each. Peer: the same declarations put in order by hand, with no ' +
  'check of anything. The least of the rounds counts.'

const at = Math.floor(Date.now() / 1000) - 86_400

export async function run() {
  const [small, large] = [declare(10_000), declare(100_000)]
  const [ours, peer, oursLarge, peerLarge] = await measureInTurn(
    [
      () => timed(() => planFixtures(small)),
      () => timed(() => orderByHand(small)),
      () => timed(() => planFixtures(large)),
      () => timed(() => orderByHand(large)),
    ],
    7,
    least,
  )
  return [
    { name: 'plan-10000', ours, peer, ratio: ours / peer, unit: 'ms', note: 'ours / peer; aim under 100 ms' },
    {
      name: 'plan-growth',
      ours: oursLarge / ours,
      peer: peerLarge / peer,
      ratio: oursLarge / ours / (peerLarge / peer),
      unit: 'times',
      note: 'the time of 100,000 declarations over that of 10,000; ours / peer, whose memory grows beyond the caches as well',
    },
  ]
}

function declare(count) {
  const shop = operator()
  const meters = subscribers(count / 2, { operator: shop, subscription: 'plan-D', status: 'active' })
  const usage = meters.map((subscriber) => airStats({ subscriber, at, traffic: { 's1.fast': { upload: mib(1) } } }))
  return { shop, meters, usage }
}

// An order by who waits for whom.
function orderByHand(set) {
  const ordered = new Set()
  const add = (declaration) => {
    if (ordered.has(declaration)) return
    for (const need of [declaration.options.operator, declaration.options.subscriber]) if (need) add(need)
    ordered.add(declaration)
  }
  for (const declaration of Object.values(set).flat()) add(declaration)
  return ordered
}
