import { runNode } from '../support/run-node.mjs'

const [few, many] = [100, 10_000]

export const title =
  `The bill of a month with ${many.toLocaleString('en-US')} SIMs (ours) and with ${few} (peer), each with a point on ` +
  'each of 31 days, in the emulator as a function. 100 is in line with their number.'

export async function run() {
  const byView = await runNode('growth-bill-sims.mjs', [few, many], ['--max-old-space-size=8192'])
  const row = (name, ours, peer, note) => ({ name, ours, peer, ratio: ours / peer, unit: 'ms', note })
  const sum = (key) => Object.values(byView).reduce((all, view) => all + view[key], 0)
  const note = `${many} SIMs / ${few} SIMs`
  return [
    row('growth-bill-sims', sum('many'), sum('few'), `${note}; the month, by day, by item, by SIM, and as CSV`),
    ...Object.entries(byView).map(([name, view]) => row(`growth-bill-sims/${name}`, view.many, view.few, note)),
  ]
}
