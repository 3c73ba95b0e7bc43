import { expect } from 'vitest'
import { expectPrinted } from '../expect-printed.ts'
import { everyJest, importsOfJest } from '../runners.ts'
import type { OwnSituation } from '../situation.ts'
import { ourGlobals, store, useStore, withGlobals } from './store-of-jest.ts'

const other = { 'other.test.js': `test('passes', () => {})` }

const failsAfterTheOther = `
const { existsSync } = require('node:fs')
test('fails, once the other file is under way', async () => {
  while (!existsSync('log')) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(1).toBe(2)
})
`

/** Runs that `--bail` ends, and files that end their worker. */
export const earlyEndsOfJestSituations: readonly OwnSituation[] = [
  {
    title:
      'the global teardown that --bail calls while a worker still tests waits for it, and a second one does nothing',
    runners: ['Jest 30'],
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
      'fails.test.js': failsAfterTheOther,
      'goes-on.test.js': `${useStore}
        const { appendFileSync, readFileSync } = require('node:fs')
        const own = useFixtures({ shop: operator() })
        test('goes on while the run is torn down', async () => {
          appendFileSync('log', 'under way\\n')
          while (!readFileSync('log', 'utf8').includes('teardown began')) await new Promise((resolve) => setTimeout(resolve, 10))
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
    title: 'a run that Jest 29 ends by --bail, without a global teardown, does not keep its sets',
    runners: ['Jest 29'],
    files: {
      ...store,
      ...withGlobals,
      'fails.test.js': failsAfterTheOther,
      'goes-on.test.js': `${useStore}
        const own = useFixtures({ shop: operator() })
        test('is under way', async () => {
          require('node:fs').writeFileSync('log', fx.shop.operatorId + own.shop.operatorId)
          await new Promise((resolve) => setTimeout(resolve, 1_000))
        })
      `,
    },
    run: () => ({ args: ['--bail', '--maxWorkers=2'] }),
    operatorsMade: 2,
    deletedWithinMs: 20_000,
    holds: ({ outcome }) => expect(outcome.exitCode).toBe(1),
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
]
