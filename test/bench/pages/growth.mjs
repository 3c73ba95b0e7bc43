import { least, measureInTurn, timed } from '../support/measure.mjs'
import { runNode } from '../support/run-node.mjs'
import { openSandbox } from '../support/sandbox.mjs'

const [few, many] = [1_000, 1_000_000]

export const title =
  `What a call costs with ${many.toLocaleString('en-US')} records (ours) and with ${few.toLocaleString('en-US')} (peer), ` +
  'in the emulator as a function. The least of the rounds counts; the aim of every ratio is under 1.5.'

export const names = ['growth-stats', 'growth-subscriber', 'growth-list', 'growth-delete', 'growth-bill']

export async function run(wanted) {
  const parts = wanted.filter((name) => name !== 'growth-bill')
  const grown = parts.length > 0 ? await measure(parts) : {}
  const rows = []
  for (const name of wanted) {
    const [peer, ours] = name === 'growth-bill' ? await billsByPoints() : grown[name]
    const unit = name === 'growth-bill' ? 'ms' : 'us'
    rows.push({ name, ours, peer, ratio: ours / peer, unit, note: notes[name](grown) })
  }
  return rows
}

function measure(parts) {
  return runNode('growth.mjs', [few, many, ...parts], ['--expose-gc', '--max-old-space-size=12288'])
}

const notes = {
  'growth-stats': ({ bytesPerPoint }) =>
    `points of a SIM: inserting one and reading ten rows; ${bytesPerPoint.toFixed(0)} bytes a point`,
  'growth-subscriber': ({ bytesPerSubscriber }) =>
    `SIMs of an operator: reading one; ${bytesPerSubscriber.toFixed(0)} bytes a SIM`,
  'growth-list': () => 'SIMs of an operator: reading a page of 100',
  'growth-delete': () => 'SIMs in the world: deleting an operator that has ten',
  'growth-bill': () => 'points of 200 SIMs, 24 a day and 1 a day: the bill of the month',
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
