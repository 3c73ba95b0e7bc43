import { measureInTurn, median, timed } from '../support/measure.mjs'
import { createVitestProject } from '../support/vitest-project.mjs'

const files = 200
const rounds = 5

export const title =
  `${files} test files that read a run-wide operator, made by the global setup on the embedded emulator. ` +
  'Peer: as many files without fixtures. Whole runs of Vitest with its defaults, in turn; the median of the differences ' +
  'between a run and the one right after it counts, since the machine is not the same from minute to minute.'

export async function run() {
  const [reading, plain] = await Promise.all([
    createVitestProject({
      'vitest.config.js': "export default { test: { globalSetup: './global-setup.js' } }",
      // By its name, Vite would transform a package that is linked and not installed, which costs half a second.
      'global-setup.js': "export { default } from '@soracom-fixtures/vitest/global-setup'",
      'soracom-fixtures.config.js': `
import { defineFixtures, operator } from '@soracom-fixtures/vitest'
export const store = defineFixtures({ shop: operator() }, { scope: 'run' })`,
      ...repeat(`
import { useFixtures } from '@soracom-fixtures/vitest'
import { expect, test } from 'vitest'
import { store } from './soracom-fixtures.config.js'
const fx = useFixtures(store)
test('reads', () => expect(fx.shop.operatorId).toMatch(/^OP/))`),
    }),
    createVitestProject({
      'vitest.config.js': 'export default {}',
      'shop.js': "export const shop = { operatorId: 'OP0000000000' }",
      ...repeat(`
import { expect, test } from 'vitest'
import { shop } from './shop.js'
test('reads', () => expect(shop.operatorId).toMatch(/^OP/))`),
    }),
  ])
  try {
    const runs = [reading, plain].map((project) => () => timed(() => project.run(['--reporter=dot'])))
    const [readingMs, plainMs] = await measureInTurn(runs, rounds, (figures) => figures)
    const ours = median(readingMs.map((ms, round) => ms - plainMs[round])) / files
    const peer = median(plainMs) / files
    return [
      {
        name: 'file-overhead',
        ours,
        peer,
        ratio: ours / peer,
        unit: 'ms/file',
        note: 'ours is what comes on top of a file without fixtures; aim under 10 ms',
      },
    ]
  } finally {
    await Promise.all([reading.remove(), plain.remove()])
  }
}

function repeat(text) {
  return Object.fromEntries(Array.from({ length: files }, (_, index) => [`${index}.test.js`, text]))
}
