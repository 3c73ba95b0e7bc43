import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { least, median } from '../support/measure.mjs'
import { startEmulatorProcess } from '../support/start-server.mjs'
import { createVitestProject } from '../support/vitest-project.mjs'

export const title =
  'What a test file pays for the packages, in files that Vitest runs each in a process of its own, above the import of ' +
  'an empty package. Peer: got, which a script would import to make the same calls. The least of the files counts.'

const filesOfEachKind = 15

export async function run() {
  const emulator = await startEmulatorProcess({ latencyMs: 0 })
  const folder = await mkdtemp(join(tmpdir(), 'soracom-bench-'))
  const project = await createVitestProject({
    'vitest.config.js': "export default { test: { globalSetup: '@soracom-fixtures/vitest/global-setup' } }",
    'soracom-fixtures.config.js': config,
    'node_modules/empty/package.json': '{ "type": "module", "main": "index.js" }',
    'node_modules/empty/index.js': 'export const nothing = 0',
    ...Object.fromEntries(
      Object.entries(kinds).flatMap(([kind, text]) =>
        Array.from({ length: filesOfEachKind }, (_, index) => [`${index}-${kind}.test.js`, preamble(kind) + text]),
      ),
    ),
  })
  try {
    await project.run(['--no-file-parallelism'], {
      SORACOM_FIXTURES_TARGET: emulator.endpoint,
      BENCH_ENDPOINT: emulator.endpoint,
      BENCH_OUT: join(folder, 'out'),
    })
    return toRows(await readFile(join(folder, 'out'), 'utf8'))
  } finally {
    await project.remove()
    await rm(folder, { recursive: true, force: true })
    await emulator.stop()
  }
}

function toRows(out) {
  const seen = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const all = (kind, figure) => seen.filter((one) => one.kind === kind).map((one) => one[figure])
  const of = (kind, figure) => least(all(kind, figure))
  // A difference can be off to either side.
  const extra = (kind) => median(all(kind, 'extraMs'))
  const empty = of('empty', 'importMs')
  const above = (kind) => of(kind, 'importMs') - empty
  const row = (name, ours, peer, note) => ({ name, ours, peer, ratio: ours / peer, unit: 'ms', note })
  return [
    row(
      'import-read',
      above('read'),
      above('got'),
      `ours / peer; aim under 10 ms; reading the handles takes ${of('read', 'useMs').toFixed(1)} ms more`,
    ),
    row(
      'import-provision',
      above('provision') + extra('provision'),
      above('got') + extra('got'),
      'ours / peer; aim under 80 ms; with what the first set-up (the first call) takes longer than the second',
    ),
  ]
}

const config = `
import { defineFixtures, operator } from '@soracom-fixtures/vitest'
export const shop = operator()
export const store = defineFixtures({ shop }, { scope: 'run' })
`

function preamble(kind) {
  return `
import { appendFileSync } from 'node:fs'
import { beforeAll, test } from 'vitest'
const note = (figures) =>
  appendFileSync(process.env.BENCH_OUT, JSON.stringify({ kind: '${kind}', importMs, ...figures }) + '\\n')
const startedMs = performance.now()
const module = await import('${kind === 'empty' || kind === 'got' ? kind : '@soracom-fixtures/vitest'}')
const importMs = performance.now() - startedMs
`
}

const kinds = {
  empty: "test('imports', () => note({}))",
  got: `
test('calls twice', async () => {
  const call = async () => {
    const startedMs = performance.now()
    await module.default(process.env.BENCH_ENDPOINT + '/v1/products', { responseType: 'json', throwHttpErrors: false })
    return performance.now() - startedMs
  }
  const [first, second] = [await call(), await call()]
  note({ extraMs: first - second })
})`,
  read: `
const { store } = await import('./soracom-fixtures.config.js')
const marks = []
const mark = () => { marks.push(performance.now()) }
mark()
beforeAll(mark)
const fx = module.useFixtures(store)
mark()
beforeAll(mark)
test('reads', () => {
  const [declaredMs, usedMs, beforeMs, afterMs] = marks
  if (!fx.shop.operatorId) throw new Error('nothing was read')
  note({ useMs: usedMs - declaredMs + afterMs - beforeMs })
})`,
  provision: `
const { operator, subscriber, useFixtures } = module
const marks = []
const use = () => {
  const shop = operator()
  useFixtures({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D' }) })
  beforeAll(() => { marks.push(performance.now()) })
}
beforeAll(() => { marks.push(performance.now()) })
use()
use()
test('provisions twice', () => note({ extraMs: 2 * marks[1] - marks[0] - marks[2] }))`,
}
