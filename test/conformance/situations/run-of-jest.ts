import { expect } from 'vitest'
import { expectPrinted } from '../expect-printed.ts'
import { everyJest, importsOfJest } from '../runners.ts'
import type { OwnSituation, Seen } from '../situation.ts'

const ourGlobals = {
  globalSetup: '@soracom-fixtures/jest/global-setup',
  globalTeardown: '@soracom-fixtures/jest/global-teardown',
}

const withGlobals = { 'jest.config.json': JSON.stringify({ transform: {}, ...ourGlobals }) }

const store = {
  'soracom-fixtures.config.js': `
    const { defineFixtures, operator, subscriber } = require('@soracom-fixtures/jest')
    const shop = operator()
    exports.store = defineFixtures({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D' }) }, { scope: 'run' })
  `,
}

const useStore = `${importsOfJest}
const { store } = require('./soracom-fixtures.config.js')
const fx = useFixtures(store)
`

const reader = `${useStore}
const own = useFixtures({ own: subscriber({ operator: store.set.shop, subscription: 'plan-D' }) })
test('reads it, and takes from it', async () => {
  expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({ operatorId: fx.shop.operatorId })
  expect(own.own.operatorId).toBe(fx.shop.operatorId)
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
    title:
      'the global teardown that --bail calls while a worker still tests waits for it, and a second one does nothing',
    runners: everyJest,
    files: {
      ...store,
      'jest.config.json': JSON.stringify({ transform: {}, ...ourGlobals, globalTeardown: './teardown.js' }),
      'teardown.js': `
        const { appendFileSync } = require('node:fs')
        const teardown = require('@soracom-fixtures/jest/global-teardown')
        module.exports = async (...args) => {
          appendFileSync('log', 'teardown began\\n')
          await teardown(...args)
          appendFileSync('log', 'teardown ended\\n')
        }
      `,
      'fails.test.js': `
        const { existsSync } = require('node:fs')
        test('fails, once the other file is under way', async () => {
          while (!existsSync('log')) await new Promise((resolve) => setTimeout(resolve, 10))
          expect(1).toBe(2)
        })
      `,
      // Jest 29 calls its global teardown when the workers have ended.
      'goes-on.test.js': `${useStore}
        const { appendFileSync, readFileSync } = require('node:fs')
        const own = useFixtures({ shop: operator() })
        const early = require('jest/package.json').version.startsWith('30.')
        test('goes on while the run is torn down', async () => {
          appendFileSync('log', 'under way\\n')
          while (early && !readFileSync('log', 'utf8').includes('teardown began')) await new Promise((resolve) => setTimeout(resolve, 10))
          for (const { shop } of [fx, own]) {
            expect(await shop.client.operators.get(shop.operatorId)).toMatchObject({ email: shop.email })
          }
          appendFileSync('log', 'went on\\n')
        })
      `,
    },
    run: () => ({ args: ['--bail', '--maxWorkers=2'] }),
    operatorsMade: 2,
    async holds({ outcome, project }) {
      expect(outcome.exitCode).toBe(1)
      const log = (await project?.read('log'))?.split('\n').filter((line) => line !== 'teardown began') ?? []
      expect(log.slice(0, 3)).toEqual(['under way', 'went on', 'teardown ended'])
      expect(outcome.stderr.match(/soracom-fixtures: \d operators made/g)).toHaveLength(1)
    },
  },
  {
    title: 'a file whose worker exits is repeated by Jest, and each attempt has an operator of its own',
    runners: everyJest,
    files: {
      ...withGlobals,
      ...store,
      ...other,
      'exits.test.js': `${useStore}
        const { appendFileSync, readFileSync } = require('node:fs')
        const own = useFixtures({ shop: operator() })
        test('exits the first two times', async () => {
          appendFileSync('attempts', fx.shop.operatorId + ' ' + own.shop.operatorId + '\\n')
          if (readFileSync('attempts', 'utf8').trim().split('\\n').length < 3) process.exit(3)
          await own.shop.client.operators.get(own.shop.operatorId)
        })
      `,
    },
    run: () => ({ args: ['--maxWorkers=2'] }),
    operatorsMade: 4,
    async holds({ passed, outcome, project }) {
      expect([...passed].sort()).toEqual(['exits the first two times', 'passes'])
      const attempts =
        (await project?.read('attempts'))
          ?.trim()
          .split('\n')
          .map((line) => line.split(' ')) ?? []
      expect(new Set(attempts.map(([shared]) => shared)).size).toBe(1)
      expect(new Set(attempts.map(([, own]) => own)).size).toBe(3)
      expect(outcome.exitCode).toBe(0)
    },
  },
  {
    title: 'a file whose workers exit until Jest gives up leaves nothing of its four attempts',
    runners: everyJest,
    files: {
      ...withGlobals,
      ...other,
      'exits.test.js': `${importsOfJest}
        useFixtures({ shop: operator() })
        test('exits', () => { process.exit(3) })
      `,
    },
    run: () => ({ args: ['--maxWorkers=2'] }),
    operatorsMade: 4,
    holds: ({ passed, outcome }) => {
      expect(passed).toEqual(['passes'])
      expect(outcome.exitCode).toBe(1)
      expectPrinted(outcome, '4 operators made, none is left')
    },
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
