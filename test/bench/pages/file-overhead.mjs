import { measureInTurn, median, timed } from '../support/measure.mjs'
import { createVitestProject } from '../support/vitest-project.mjs'

const files = 200
const rounds = 9

export const title =
  `${files} test files that read a run-wide operator, made by the global setup on the embedded emulator. Peer: as many ` +
  'files without fixtures, in the same run of Vitest, one at a time and two by two, so that the machine is the same for ' +
  'both; of each two the second counts, whose predecessor is of its kind, and of those the median. What a run begins and ' +
  `ends with is shared by its ${files} files: whole runs of one file with and without the global setup, in turn, the median.`

export async function run() {
  const [both, reading, plain] = await Promise.all([
    createVitestProject({
      ...withSetup,
      ...repeat(files, 'reading', readingText),
      ...repeat(files, 'plain', plainText),
    }),
    createVitestProject({ ...withSetup, ...repeat(1, 'reading', readingText) }),
    createVitestProject({ ...withoutSetup, ...repeat(1, 'plain', plainText) }),
  ])
  try {
    const perFile = await measureFiles(both)
    const whole = [reading, plain].map((project) => () => timed(() => project.run(['--reporter=dot'])))
    const [readingMs, plainMs] = await measureInTurn(whole, rounds, (figures) => figures)
    const onceMs = median(readingMs.map((ms, round) => ms - plainMs[round])) - (perFile.reading - perFile.plain)
    const ours = perFile.reading - perFile.plain + onceMs / files
    return [
      {
        name: 'file-overhead',
        ours,
        peer: perFile.plain,
        ratio: ours / perFile.plain,
        unit: 'ms/file',
        note: `ours is what comes on top of a file without fixtures, ${onceMs.toFixed(0)} ms once a run in it; aim under 10 ms`,
      },
    ]
  } finally {
    await Promise.all([both, reading, plain].map((project) => project.remove()))
  }
}

const readingText = `
import { useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'
import { store } from './soracom-fixtures.config.js'
const fx = useFixtures(store)
test('reads', () => expect(fx.shop.operatorId).toMatch(/^OP/))`

const plainText = `
import { expect, test } from 'vitest'
import { shop } from './shop.js'
test('reads', () => expect(shop.operatorId).toMatch(/^OP/))`

const withoutSetup = {
  'vitest.config.js': 'export default {}',
  'shop.js': "export const shop = { operatorId: 'OP0000000000' }",
}

const withSetup = {
  ...withoutSetup,
  'vitest.config.js': `
import { sequencer } from './sequencer.js'
export default { test: { globalSetup: './global-setup.js', sequence: { sequencer } } }`,
  // By its name, Vite would transform a package that is linked and not installed, which costs half a second.
  'global-setup.js': "export { default } from 'soracom-fixtures/vitest/global-setup'",
  'soracom-fixtures.config.js': `
import { defineFixtures, operator } from 'soracom-fixtures/vitest'
export const store = defineFixtures({ shop: operator() }, { scope: 'run' })`,
  // By their numbers: Vitest would begin with the largest files.
  'sequencer.js': `
const numberOf = ({ moduleId }) => Number(/(\\d+)-\\w+\\.test\\.js$/.exec(moduleId)[1])
export class sequencer {
  shard(files) { return files }
  sort(files) { return files.sort((left, right) => numberOf(left) - numberOf(right)) }
}`,
  // When each file has ended, by the runner's own clock.
  'reporter.js': `
const ends = []
export default class {
  onTestModuleEnd({ moduleId }) { ends.push([/\\d+-(\\w+)\\.test\\.js$/.exec(moduleId)[1], performance.now()]) }
  onTestRunEnd() { console.log('ends: ' + JSON.stringify(ends)) }
}`,
}

// Two of one kind, two of the other: 0 and 1, 4 and 5, … are one kind, 2 and 3, 6 and 7, … the other.
function repeat(times, kind, text) {
  const first = kind === 'reading' ? 0 : 2
  const numbers = Array.from({ length: times }, (_, index) => Math.floor(index / 2) * 4 + (index % 2) + first)
  return Object.fromEntries(numbers.map((number) => [`${number}-${kind}.test.js`, text]))
}

async function measureFiles(project) {
  const printed = await project.run(['--reporter=./reporter.js', '--maxWorkers=1'])
  const ends = JSON.parse(/^ends: (.*)$/m.exec(printed)[1])
  const times = { reading: [], plain: [] }
  for (const [index, [kind, endMs]] of ends.entries()) {
    const [kindBefore, endBeforeMs] = ends[index - 1] ?? []
    if (kind === kindBefore) times[kind].push(endMs - endBeforeMs)
  }
  return { reading: median(times.reading), plain: median(times.plain) }
}
