import { least, measureInTurn, timed } from '../support/measure.mjs'
import { runNode } from '../support/run-node.mjs'
import { openSandbox } from '../support/sandbox.mjs'

const [few, many] = [1_000, 1_000_000]

export const title =
  `What a call costs with ${many.toLocaleString('en-US')} records (ours) and with ${few.toLocaleString('en-US')} (peer), ` +
  'in the emulator as a function. The least of the rounds counts; the aim of every ratio is under 1.5.'

export async function run() {
  const grown = await runNode('growth.mjs', [few, many], ['--expose-gc', '--max-old-space-size=12288'])
  const { subscriber, list, stats, remove, bytesPerSubscriber, bytesPerPoint } = grown
  const row = (name, [peer, ours], unit, note) => ({ name, ours, peer, ratio: ours / peer, unit, note })
  return [
    row(
      'growth-stats',
      stats,
      'us',
      `points of a SIM: inserting one and reading ten rows; ${bytesPerPoint.toFixed(0)} bytes a point`,
    ),
    row(
      'growth-subscriber',
      subscriber,
      'us',
      `SIMs of an operator: reading one; ${bytesPerSubscriber.toFixed(0)} bytes a SIM`,
    ),
    row('growth-list', list, 'us', 'SIMs of an operator: reading a page of 100'),
    row('growth-delete', remove, 'us', 'SIMs in the world: deleting an operator that has ten'),
    row('growth-bill', await billsByPoints(), 'ms', 'points of 200 SIMs, 24 a day and 1 a day: the bill of the month'),
  ]
}

function billsByPoints() {
  const works = [1, 24].map((pointsADay) => {
    const operator = openSandbox({ startTime: '2026-12-01T00:00:00Z' }).operator()
    for (const imsi of operator.sims(200)) {
      for (let point = 0; point < 30 * pointsADay; point += 1) {
        operator.point(imsi, Date.UTC(2026, 10, 1) / 1000 + (point * 86_400) / pointsADay)
      }
    }
    return () => timed(() => operator.call('GET', '/bills/202611'))
  })
  return measureInTurn(works, 15, least)
}
