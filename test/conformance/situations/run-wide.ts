import { expect } from 'vitest'
import { expectPrinted } from '../expect-printed.ts'
import { everyVitest, importsOfVitest } from '../runners.ts'
import type { OwnSituation, Seen } from '../situation.ts'

const config = `
import { defineFixtures, operator, subscriber } from '@soracom-fixtures/vitest'
const shop = operator()
export const store = defineFixtures({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D' }) }, { scope: 'run' })
`

const reader = `${importsOfVitest}
import { store } from '__CONFIG__'
const fx = useFixtures(store)
const own = useFixtures({ own: subscriber({ operator: store.set.shop, subscription: 'plan-D' }) })
test('reads it, and takes from it', async () => {
  expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({ operatorId: fx.shop.operatorId })
  expect(own.own.operatorId).toBe(fx.shop.operatorId)
})
`

const readerBeside = reader.replace('__CONFIG__', './soracom-fixtures.config.ts')
const readerBelow = reader.replace('__CONFIG__', '../soracom-fixtures.config.ts')

const fleetConfig = `
import { defineFixtures, operator, subscribers } from '@soracom-fixtures/vitest'
const shop = operator()
const fleet = subscribers(2, { operator: shop, subscription: 'plan-D', status: 'active' })
export const store = defineFixtures({ shop, fleet }, { scope: 'run' })
`

const fleetReader = `${importsOfVitest}
import { store } from './soracom-fixtures.config.ts'
const { shop, fleet } = useFixtures(store)
test.each(fleet.map(({ imsi }) => [imsi]))('finds a SIM', async (imsi) => {
  expect(await shop.client.subscribers.get(imsi)).toMatchObject({ status: 'active' })
})
`

const ourSetup = '@soracom-fixtures/vitest/global-setup'
const withSetup = (...setups: string[]) => `export default { test: { globalSetup: ${JSON.stringify(setups)} } }`

const files = {
  'soracom-fixtures.config.ts': config,
  'vitest.config.js': withSetup(ourSetup),
  'a.test.ts': readerBeside,
  'b.test.ts': readerBeside,
}

const project = (name: string) =>
  `{ test: { name: '${name}', root: './${name}', globalSetup: '${ourSetup}', include: ['*.test.ts'] } }`

const projects = {
  'soracom-fixtures.config.ts': config,
  'one/a.test.ts': readerBelow,
  'two/b.test.ts': readerBelow,
}

function passesInBoth({ passed, outcome }: Seen): void {
  expect(passed).toEqual(Array.from({ length: 2 }, () => 'reads it, and takes from it'))
  expect(outcome.exitCode).toBe(0)
}

function passesInBothAndSaysSoOnce(seen: Seen): void {
  passesInBoth(seen)
  expect(seen.outcome.stderr.match(/\d+ operators? made, .*? left/g)).toEqual(['1 operator made, none is left'])
}

/** Run-wide sets, and the global setup that makes them. */
export const runWideSituations: readonly OwnSituation[] = [
  {
    title: 'a run-wide set is made once by the global setup, in the pool threads',
    runners: ['Vitest 4.1', 'Vitest 5.1'],
    files,
    run: () => ({ args: ['--pool=threads', '--maxWorkers=2'] }),
    operatorsMade: 1,
    holds: passesInBothAndSaysSoOnce,
  },
  {
    title: 'a run-wide set is made once by the global setup, in the pool vmThreads',
    // Vitest 5.1 needs a newer Node than 20 for this pool.
    runners: ['Vitest 3.2', 'Vitest 4.1'],
    files,
    run: () => ({ args: ['--pool=vmThreads', '--maxWorkers=2'] }),
    operatorsMade: 1,
    holds: passesInBothAndSaysSoOnce,
  },
  {
    title: 'what the global setup has made can be read while files are loaded',
    runners: everyVitest,
    files: {
      'soracom-fixtures.config.ts': fleetConfig,
      'vitest.config.js': withSetup(ourSetup),
      'a.test.ts': fleetReader,
      'b.test.ts': fleetReader,
    },
    operatorsMade: 1,
    holds({ passed, outcome }) {
      expect(passed).toEqual(Array.from({ length: 4 }, () => 'finds a SIM'))
      expect(outcome.exitCode).toBe(0)
    },
  },
  {
    title: 'without a global setup a run-wide set that is read while files are loaded says what would make it readable',
    runners: ['Vitest 4.1', 'Vitest 5.1'],
    files: {
      'soracom-fixtures.config.ts': fleetConfig,
      'vitest.config.js': 'export default {}',
      'a.test.ts': fleetReader,
    },
    holds({ outcome }) {
      expectPrinted(outcome, 'The fixture "shop" was read before it was set up')
      expectPrinted(
        outcome,
        'A run-wide set that a global setup has made can be read while the file is being loaded, too.',
      )
      expect(outcome.exitCode).toBe(1)
    },
  },
  {
    title: 'a run-wide set without a global setup is deleted by the last who reads it',
    runners: ['Vitest 4.1', 'Vitest 5.1'],
    files: { ...files, 'vitest.config.js': 'export default {}' },
    run: () => ({ args: ['--maxWorkers=2'] }),
    holds: passesInBoth,
  },
  {
    title: 'several projects of one run, each with the global setup, share the run-wide set',
    runners: everyVitest,
    files: {
      ...projects,
      'vitest.config.js': `export default { test: { projects: [${project('one')}, ${project('two')}] } }`,
    },
    operatorsMade: 1,
    holds: passesInBothAndSaysSoOnce,
  },
  {
    title: 'a global setup that the root and its projects name is one global setup',
    runners: ['Vitest 5.1'],
    files: {
      ...projects,
      'vitest.config.js': `export default {
        test: { globalSetup: '${ourSetup}', projects: [{ extends: true, ...${project('one')} }, { extends: true, ...${project('two')} }] },
      }`,
    },
    operatorsMade: 1,
    holds: passesInBothAndSaysSoOnce,
  },
  {
    title: 'a global setup that is named twice makes the run-wide set once',
    runners: ['Vitest 4.1', 'Vitest 5.1'],
    files: { ...files, 'vitest.config.js': withSetup(ourSetup, ourSetup) },
    operatorsMade: 1,
    holds: passesInBothAndSaysSoOnce,
  },
  {
    title: 'the teardownTimeout of the user’s configuration does not cut the deletion of run-wide sets short',
    runners: ['Vitest 4.1'],
    files: {
      'soracom-fixtures.config.ts': `
        import { defineFixtures, defineResource, operator } from '@soracom-fixtures/vitest'
        const shop = operator()
        const slow = defineResource({
          kind: 'slow',
          dependsOn: () => ({ shop }),
          create: () => ({}),
          destroy: () => new Promise((resolve) => setTimeout(resolve, 500)),
        })()
        export const store = defineFixtures({ shop, slow }, { scope: 'run' })
      `,
      'vitest.config.js': `export default { test: { globalSetup: '${ourSetup}', teardownTimeout: 100 } }`,
      'a.test.ts': `import { test } from 'vitest'\ntest('passes', () => {})`,
    },
    operatorsMade: 1,
    holds({ passed, outcome }) {
      expect(passed).toEqual(['passes'])
      expectPrinted(outcome, 'soracom-fixtures: 1 operator made, none is left')
    },
  },
  {
    title: 'another global setup that throws after ours does not keep the run-wide set',
    runners: everyVitest,
    files: {
      ...files,
      'vitest.config.js': withSetup(ourSetup, './other-setup.js'),
      'other-setup.js': `export default () => { throw new Error('another global setup') }`,
    },
    operatorsMade: 1,
    holds({ passed, outcome }) {
      expect(passed).toEqual([])
      expectPrinted(outcome, 'another global setup')
      expect(outcome.exitCode).toBe(1)
    },
  },
]
