import type { ProjectFiles } from '../support/inline-project.ts'
import type { Random } from './random.ts'

/** What a run of a project is like. */
export interface CrashProject {
  readonly name: string
  readonly files: ProjectFiles
  readonly args: readonly string[]
  /** About how many calls it makes when nothing happens to it. */
  readonly calls: number
}

const imports = `import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator, subscriber, subscribers, order, group, useFixtures, fixturesTest } from '@soracom-fixtures/vitest'
`

const plain = `${imports}
const shop = operator()
const fx = useFixtures({ shop, meters: subscribers(2, { operator: shop }), fleet: group({ operator: shop }) })
test('reads', async () => {
  for (let round = 0; round < 3; round += 1) await fx.shop.client.operators.get(fx.shop.operatorId)
})
test('reads again', async () => {
  expect((await fx.shop.client.subscribers.get(fx.meters[0].imsi)).imsi).toBe(fx.meters[0].imsi)
})
`

const forEachTest = `${imports}
const fx = useFixtures({ shop: operator(), other: operator({ signup: 'stepwise' }) }, { scope: 'test' })
test.each([1, 2, 3])('has its own %i', async () => {
  await fx.shop.client.operators.get(fx.shop.operatorId)
})
`

const ofRun = `${imports}
import { shared } from './soracom-fixtures.config.mjs'
const fx = useFixtures(shared)
const own = useFixtures({ shop: operator() })
test('reads what is shared', async () => {
  await fx.common.client.operators.get(fx.common.operatorId)
  await own.shop.client.operators.get(own.shop.operatorId)
})
`

const configuration = `import { defineFixtures, operator } from '@soracom-fixtures/vitest'
export const shared = defineFixtures({ common: operator() }, { scope: 'run' })
`

const exits = `${imports}
const fx = useFixtures({ shop: operator(), more: [operator(), operator()] })
test('exits', () => { process.exit(3) })
test('comes after it', async () => { await fx.shop.client.operators.get(fx.shop.operatorId) })
`

const hookTimesOut = `${imports}
const fx = useFixtures({ shop: operator() })
beforeAll(async () => { await fx.shop.client.operators.get(fx.shop.operatorId); await new Promise(() => {}) }, 200)
test('never runs', () => {})
`

const setupTimesOut = `${imports}
const fx = useFixtures({ shop: operator(), cards: order({ items: [{ productCode: '4573326590013' }] }) }, { setupTimeoutMs: 30 })
test('never runs', () => {})
`

const fails = `${imports}
const fx = useFixtures({ shop: operator() })
test('fails', () => { expect(fx.shop.operatorId).toBe('') })
`

const kinds: readonly {
  readonly name: string
  readonly files: ProjectFiles
  readonly calls: number
  readonly args?: readonly string[]
}[] = [
  { name: 'three files', files: { 'a.test.ts': plain, 'b.test.ts': plain, 'c.test.ts': plain }, calls: 28 },
  { name: 'a set for each test', files: { 'a.test.ts': forEachTest, 'b.test.ts': plain }, calls: 40 },
  {
    name: 'a run-wide set',
    files: { 'soracom-fixtures.config.mjs': configuration, 'a.test.ts': ofRun, 'b.test.ts': ofRun, 'c.test.ts': plain },
    calls: 16,
  },
  { name: 'process.exit', files: { 'a.test.ts': exits, 'b.test.ts': plain }, calls: 14 },
  { name: 'a hook that times out', files: { 'a.test.ts': hookTimesOut, 'b.test.ts': plain }, calls: 11 },
  { name: 'a setup that times out', files: { 'a.test.ts': setupTimesOut, 'b.test.ts': plain }, calls: 8 },
  {
    name: 'bail',
    files: { 'a.test.ts': fails, 'b.test.ts': plain, 'c.test.ts': plain },
    args: ['--bail', '1'],
    calls: 20,
  },
]

/** Draws a project, with or without a global setup, in one of the pools. */
export function drawProject(random: Random): CrashProject {
  const kind = random.pick(kinds)
  const pool = random.pick(['forks', 'forks', 'threads'])
  const globalSetup = random.pick([true, false])
  const config = `export default { test: { pool: '${pool}', maxWorkers: 2${globalSetup ? ", globalSetup: '@soracom-fixtures/vitest/global-setup'" : ''} } }`
  return {
    name: `${kind.name}, ${pool}${globalSetup ? ', global setup' : ''}`,
    files: { ...kind.files, 'vitest.config.js': config },
    args: kind.args ?? [],
    calls: kind.calls,
  }
}
