import { expect } from 'vitest'
import { expectPrinted } from '../expect-printed.ts'
import { everyJest, importsOfJest } from '../runners.ts'
import type { OwnSituation, Seen } from '../situation.ts'
import { ourGlobals, store, useStore, withGlobals } from './store-of-jest.ts'

const reader = `${useStore}
const own = useFixtures({ own: subscriber({ operator: store.set.shop, subscription: 'plan-D' }) })
test('reads it, and takes from it', async () => {
  expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({ operatorId: fx.shop.operatorId })
  expect(own.own.operatorId).toBe(fx.shop.operatorId)
})
`

const eager = `${useStore}
const { shop, meter } = fx
test.each([meter.imsi].map((imsi) => [imsi]))('finds its SIM', async (imsi) => {
  expect(await shop.client.subscribers.get(imsi)).toMatchObject({ operatorId: shop.operatorId })
})
`

const readers = { 'a.test.js': reader, 'b.test.js': reader, 'c.test.js': reader }
const other = { 'other.test.js': `test('passes', () => {})` }

function everyFileReads({ passed, outcome }: Seen): void {
  expect(passed).toEqual(Array.from({ length: 3 }, () => 'reads it, and takes from it'))
  expect(outcome.exitCode).toBe(0)
  expect(outcome.stderr.match(/soracom-fixtures: target is/g)).toHaveLength(1)
}

function everyFileReadsOne(seen: Seen): void {
  everyFileReads(seen)
  expect(seen.outcome.stderr).toMatch(/soracom-fixtures: 1 operator made, none is left; \d+ calls; 4 setups in/)
}

const brokenStore = `
  const shop = operator()
  const broken = defineResource({
    kind: 'broken',
    dependsOn: () => ({ shop }),
    create() { throw new Error('no luck today') },
  })()
`

/** Global setup, global teardown and workers of Jest, between which data passes by the environment and files alone. */
export const runOfJestSituations: readonly OwnSituation[] = [
  {
    title: 'what the global setup has made reaches every worker of Jest',
    runners: everyJest,
    files: { ...withGlobals, ...store, ...readers },
    run: () => ({ args: ['--maxWorkers=2'] }),
    operatorsMade: 1,
    holds: everyFileReadsOne,
  },
  {
    title: 'what the global setup has made reaches files that Jest tests in its own process',
    runners: everyJest,
    files: { ...withGlobals, ...store, ...readers },
    run: () => ({ args: ['--runInBand'] }),
    operatorsMade: 1,
    holds: everyFileReadsOne,
  },
  {
    title: 'what the global setup has made reaches the worker threads of Jest',
    runners: everyJest,
    files: { ...withGlobals, ...store, ...readers },
    run: () => ({ args: ['--maxWorkers=2', '--workerThreads'] }),
    operatorsMade: 1,
    holds: everyFileReadsOne,
  },
  {
    title: 'what the global setup has made outlives workers that Jest starts anew after each file',
    runners: everyJest,
    files: { ...withGlobals, ...store, ...readers },
    run: () => ({ args: ['--maxWorkers=2', '--workerIdleMemoryLimit=1KB'] }),
    operatorsMade: 1,
    holds: everyFileReadsOne,
  },
  {
    title: 'what the global setup has made can be read while Jest loads files',
    runners: everyJest,
    files: { ...withGlobals, ...store, 'a.test.js': eager, 'b.test.js': eager },
    run: () => ({ args: ['--maxWorkers=2'] }),
    operatorsMade: 1,
    holds({ passed, outcome }) {
      expect(passed).toEqual(['finds its SIM', 'finds its SIM'])
      expect(outcome.exitCode).toBe(0)
    },
  },
  {
    title: 'a run-wide set without a global setup is deleted where Jest starts its workers anew after each file',
    runners: everyJest,
    files: { ...store, ...readers },
    run: () => ({ args: ['--maxWorkers=2', '--workerIdleMemoryLimit=1KB'] }),
    holds: everyFileReads,
  },
  {
    title: 'a run-wide set without a global setup of Jest is deleted by the last who reads it',
    runners: everyJest,
    files: { ...store, ...readers },
    run: () => ({ args: ['--maxWorkers=2'] }),
    holds: everyFileReads,
  },
  {
    title: 'a run-wide set that fails is made once, and every file of Jest tells the same',
    runners: everyJest,
    files: Object.fromEntries(
      ['a', 'b'].map((name) => [
        `${name}.test.js`,
        `${importsOfJest}${brokenStore}
        const fx = useFixtures(defineFixtures({ shop, broken }, { scope: 'run' }))
        test('reads', () => { fx.shop })`,
      ]),
    ),
    run: () => ({ args: ['--runInBand'] }),
    operatorsMade: 1,
    holds({ tests, passed, outcome }) {
      expect([tests.length, passed]).toEqual([2, []])
      expectPrinted(outcome, 'is not tried again')
    },
  },
  {
    title: 'a global setup that fails ends the run before any test, though Jest calls no global teardown then',
    runners: everyJest,
    files: {
      ...withGlobals,
      'soracom-fixtures.config.js': `${importsOfJest}${brokenStore}
        exports.store = defineFixtures({ shop, broken }, { scope: 'run' })
      `,
      ...other,
    },
    operatorsMade: 1,
    holds({ tests, outcome }) {
      expect([outcome.exitCode, tests]).toEqual([1, []])
      expect(outcome.text).toMatch(/globalSetup.*The fixtures could not be set up/s)
      expectPrinted(outcome, 'no luck today')
    },
  },
  {
    title: 'a global setup of another project that throws after ours does not keep the run-wide set',
    runners: everyJest,
    files: {
      ...store,
      'jest.config.json': JSON.stringify({
        projects: [
          { transform: {}, displayName: 'ours', testMatch: ['**/a.test.js'], ...ourGlobals },
          { transform: {}, displayName: 'theirs', testMatch: ['**/other.test.js'], globalSetup: './throws.js' },
        ],
      }),
      'throws.js': `module.exports = () => { throw new Error('another global setup') }`,
      'a.test.js': reader,
      ...other,
    },
    operatorsMade: 1,
    deletedWithinMs: 20_000,
    holds({ outcome }) {
      expect(outcome.exitCode).toBe(1)
      expectPrinted(outcome, 'another global setup')
    },
  },
  {
    title: 'several projects of one run of Jest, each with the global setup, share the run-wide set',
    runners: everyJest,
    files: {
      ...store,
      ...readers,
      'jest.config.json': JSON.stringify({
        projects: [
          { transform: {}, displayName: 'one', testMatch: ['**/a.test.js'], ...ourGlobals },
          { transform: {}, displayName: 'two', testMatch: ['**/{b,c}.test.js'], ...ourGlobals },
        ],
      }),
    },
    operatorsMade: 1,
    holds: everyFileReadsOne,
  },
  {
    title: 'files that Jest tests in one process have each their own sets, and nothing keeps Jest from ending',
    runners: everyJest,
    files: {
      'a.test.js': `${importsOfJest}
        const fx = useFixtures({ shop: operator() })
        test('passes', () => { fx.shop })
      `,
      'b.test.js': `${importsOfJest}
        const fx = useFixtures({ shop: operator() }, { target: 'emulator' })
        test('passes on an emulator of its own', () => { fx.shop })
      `,
    },
    run: () => ({ args: ['--runInBand'] }),
    operatorsMade: 1,
    holds({ passed, outcome }) {
      expect([...passed].sort()).toEqual(['passes', 'passes on an emulator of its own'])
      expect(outcome.text).not.toMatch(/did not exit|open handles/)
    },
  },
]
