import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byHand, testFile, withFixtures } from '../support/first-call.mjs'
import { least } from '../support/measure.mjs'
import { createRunnerProject } from '../support/runner-project.mjs'
import { startEmulatorProcess } from '../support/start-server.mjs'

export const title =
  'What a test file pays under Vitest and under Jest (ES modules and CommonJS), each file on its own: import, above an ' +
  'empty package; ready, from its first line until its first test runs, with an operator and a SIM of it. Peer: the same ' +
  'calls by hand in a beforeAll with got, which Jest takes as an ES module alone. The least of the files counts.'

const filesOfEachKind = 8

const runners = {
  vitest: {
    args: ['node_modules/vitest/vitest.mjs', 'run', '--no-file-parallelism'],
    config: { 'vitest.config.js': 'export default {}' },
    kinds: { empty: 'await import', got: 'await import', vitest: 'await import' },
    head: "import { appendFileSync } from 'node:fs'\nimport { afterAll, beforeAll, test } from 'vitest'",
    type: 'module',
  },
  'jest-esm': {
    args: ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--runInBand'],
    config: { 'jest.config.json': '{ "transform": {} }' },
    kinds: { empty: 'await import', got: 'await import', jest: 'await import' },
    head: "import { appendFileSync } from 'node:fs'",
    type: 'module',
  },
  'jest-cjs': {
    args: ['node_modules/jest/bin/jest.js', '--runInBand'],
    config: { 'jest.config.json': '{ "transform": {} }' },
    kinds: { empty: 'require', jest: 'require' },
    head: "const { appendFileSync } = require('node:fs')",
    type: 'commonjs',
  },
}

export async function run() {
  const emulator = await startEmulatorProcess()
  try {
    const figures = {}
    for (const name of Object.keys(runners)) figures[name] = await measure(name, emulator.endpoint)
    return Object.keys(runners).flatMap((name) =>
      toRows(name, figures[name], figures[name].got ?? figures['jest-esm'].got),
    )
  } finally {
    await emulator.stop()
  }
}

async function measure(name, endpoint) {
  const { args, config, type } = runners[name]
  const folder = await mkdtemp(join(tmpdir(), 'soracom-bench-'))
  const project = await createRunnerProject({
    'package.json': JSON.stringify({ type }),
    'node_modules/empty/package.json': '{ "main": "index.js" }',
    'node_modules/empty/index.js': 'exports.nothing = 0',
    ...config,
    ...testFiles(name),
  })
  try {
    const out = join(folder, 'out')
    await project.runNode(args, { SORACOM_FIXTURES_TARGET: endpoint, SORACOM_FIXTURES_REAPER: 'off', BENCH_OUT: out })
    return toFigures(await readFile(out, 'utf8'))
  } finally {
    await project.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

// In turn, so that whatever slows the machine down slows all kinds down.
function testFiles(name) {
  const { kinds, head } = runners[name]
  const texts = Object.entries(kinds).map(([kind, load]) => [
    kind,
    testFile({
      kind,
      load,
      from: /^(vitest|jest)$/.test(kind) ? `soracom-fixtures/${kind}` : kind,
      setUp: { empty: '', got: byHand }[kind] ?? withFixtures,
      head,
    }),
  ])
  const indices = Array.from({ length: filesOfEachKind }, (_, index) => index)
  return Object.fromEntries(indices.flatMap((index) => texts.map(([kind, text]) => [`${index}-${kind}.test.js`, text])))
}

function toFigures(out) {
  const seen = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const of = (kind) => {
    const own = seen.filter((one) => one.kind === kind)
    return { importMs: least(own.map(({ importMs }) => importMs)), readyMs: least(own.map(({ readyMs }) => readyMs)) }
  }
  const empty = of('empty')
  const kinds = [...new Set(seen.map(({ kind }) => kind))].filter((kind) => kind !== 'empty')
  const figures = kinds.map((kind) => {
    const { importMs, readyMs } = of(kind)
    return [
      /^(vitest|jest)$/.test(kind) ? 'ours' : kind,
      { importMs: importMs - empty.importMs, readyMs: readyMs - empty.readyMs },
    ]
  })
  return Object.fromEntries(figures)
}

function toRows(name, { ours }, got) {
  const row = (what, figure) => ({
    name: `import-files/${name}/${what}`,
    ours: ours[figure],
    peer: got[figure],
    ratio: ours[figure] / got[figure],
    unit: 'ms/file',
    note: `ours / peer${name === 'jest-cjs' ? '; the peer is that of jest-esm' : ''}`,
  })
  return [row('import', 'importMs'), row('ready', 'readyMs')]
}
