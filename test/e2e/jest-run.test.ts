import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProjectFiles, RunOutcome } from '../support/inline-project.ts'
import { createJestProject, type JestProject, type JestRunOptions, type JestVersion } from '../support/jest-project.ts'

let emulator: Emulator
let project: JestProject | undefined

beforeEach(async () => {
  emulator = await startEmulator()
})

afterEach(async () => {
  await emulator.close()
  await project?.remove()
  project = undefined
})

interface Options extends JestRunOptions {
  readonly version?: JestVersion
}

async function run(files: ProjectFiles, { version, ...options }: Options = {}): Promise<RunOutcome> {
  project = await createJestProject(files, version)
  return await project.runJest({ ...options, env: { SORACOM_FIXTURES_TARGET: emulator.endpoint, ...options.env } })
}

function statuses({ tests }: RunOutcome): readonly string[] {
  return tests.map(({ status }) => status)
}

const withGlobalSetup = {
  'jest.config.json': JSON.stringify({
    transform: {},
    globalSetup: '@soracom-fixtures/jest/global-setup',
    globalTeardown: '@soracom-fixtures/jest/global-teardown',
  }),
}

const store = {
  'soracom-fixtures.config.js': `
const { defineFixtures, operator, subscriber } = require('@soracom-fixtures/jest')
const shop = operator()
exports.store = defineFixtures({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D' }) }, { scope: 'run' })
`,
}

const reader = `
const { airStats, mib, useFixtures } = require('@soracom-fixtures/jest')
const { store } = require('./soracom-fixtures.config.js')
const fx = useFixtures(store)
const own = useFixtures({ usage: airStats({ subscriber: store.set.meter, at: AT, traffic: { 's1.fast': { upload: mib(1) } } }) })
test('reads it, and calls with it', async () => {
  expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({ operatorId: fx.shop.operatorId })
  expect(own.usage.imsi).toBe(fx.meter.imsi)
})
`

const readers = Object.fromEntries(
  ['a', 'b', 'c'].map((name, index) => [`${name}.test.js`, reader.replace('AT', `'2026-11-0${index + 1}'`)]),
)

describe.each(['29', '30'] as const)('the scope run in Jest %s', (version) => {
  test('makes a set once for all files and workers, by the global setup and teardown', async () => {
    const outcome = await run({ ...withGlobalSetup, ...store, ...readers }, { version, args: ['--maxWorkers=2'] })
    expect(statuses(outcome)).toEqual(['passed', 'passed', 'passed'])
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
    expect(outcome.stderr.match(/soracom-fixtures: target is/g)).toHaveLength(1)
    expect(outcome.stderr).toMatch(/soracom-fixtures: 1 operator made, none is left; \d+ calls; 4 setups in/)
  })

  test('works without a global setup: the first makes it, the last deletes it', async () => {
    const outcome = await run({ ...store, ...readers }, { version, args: ['--maxWorkers=2'] })
    expect(statuses(outcome)).toEqual(['passed', 'passed', 'passed'])
    expect(emulator.counts().operatorsLeft).toBe(0)
    expect(outcome.stderr.match(/soracom-fixtures: target is/g)).toHaveLength(1)
  })
})

describe('the scope run', () => {
  test('is set up once when it fails, and every file tells the same; the next run tries again', async () => {
    const file = `
      const { defineFixtures, defineResource, operator, useFixtures } = require('@soracom-fixtures/jest')
      const shop = operator()
      const broken = defineResource({
        kind: 'broken',
        dependsOn: () => ({ shop }),
        create() { throw new Error('no luck today') },
      })
      const fx = useFixtures(defineFixtures({ shop, broken: broken() }, { scope: 'run' }))
      test('reads', () => { fx.shop })
    `
    const outcome = await run({ 'a.test.js': file, 'b.test.js': file }, { args: ['--runInBand'] })
    expect(statuses(outcome)).toEqual(['failed', 'failed'])
    expect(outcome.text).toContain('is not tried again')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
    await project?.runJest({ args: ['--runInBand'], env: { SORACOM_FIXTURES_TARGET: emulator.endpoint } })
    expect(emulator.counts()).toMatchObject({ operatorsMade: 2, operatorsLeft: 0 })
  })

  test('that cannot be made by the global setup ends the run before any test, and leaves nothing', async () => {
    const outcome = await run({
      ...withGlobalSetup,
      'soracom-fixtures.config.js': `
        const { defineFixtures, defineResource, operator } = require('@soracom-fixtures/jest')
        const shop = operator()
        const broken = defineResource({
          kind: 'broken',
          dependsOn: () => ({ shop }),
          create() { throw new Error('no luck today') },
        })
        exports.store = defineFixtures({ shop, broken: broken() }, { scope: 'run' })
      `,
      'a.test.js': `test('never runs', () => {})`,
    })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text).toMatch(/globalSetup.*The fixtures could not be set up/s)
    expect(outcome.text).toContain('no luck today')
    expect(outcome.tests).toEqual([])
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })

  const setting = `defineConfig({ emailDomain: 'jest.example.com' })`
  const asModule = `import { defineConfig } from '@soracom-fixtures/jest'\nexport default ${setting}`
  const asCommonJs = `const { defineConfig } = require('@soracom-fixtures/jest')\nmodule.exports = ${setting}`

  test.each([
    ['ts', asModule],
    ['mjs', asModule],
    ['js', asCommonJs],
  ])('is not needed for settings of a file .%s to be read inside a test file of CommonJS', async (extension, text) => {
    const outcome = await run({
      [`soracom-fixtures.config.${extension}`]: text,
      'a.test.js': `
        const { operator, useFixtures } = require('@soracom-fixtures/jest')
        const fx = useFixtures({ shop: operator() })
        test('is heeded', () => expect(fx.shop.email).toMatch(/@jest\\.example\\.com$/))
      `,
      '.env': 'SORACOM_FIXTURES_MAX_IN_FLIGHT=2',
    })
    expect(statuses(outcome)).toEqual(['passed'])
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })
})

describe('a run that does not go to its end', () => {
  test('by --bail waits with its teardown for the workers that still use its sets', async () => {
    const outcome = await run(
      {
        ...store,
        'jest.config.json': JSON.stringify({
          transform: {},
          globalSetup: '@soracom-fixtures/jest/global-setup',
          globalTeardown: './teardown.js',
        }),
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
        'goes-on.test.js': `
          const { appendFileSync, readFileSync } = require('node:fs')
          const { operator, useFixtures } = require('@soracom-fixtures/jest')
          const { store } = require('./soracom-fixtures.config.js')
          const fx = useFixtures(store)
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
      { args: ['--bail', '--maxWorkers=2'] },
    )
    expect(outcome.exitCode).toBe(1)
    const log = (await project?.read('log'))?.split('\n') ?? []
    expect(log.slice(0, 2)).toEqual(['under way', 'teardown began'])
    expect(log.filter((line) => line !== 'teardown began')[1]).toBe('went on')
    expect(log).toContain('teardown ended')
    expect(outcome.stderr.match(/soracom-fixtures: \d operators made/g)).toHaveLength(1)
    expect(emulator.counts()).toMatchObject({ operatorsMade: 2, operatorsLeft: 0 })
  })

  test('in a worker that exits is repeated by Jest, and each attempt has an operator of its own', async () => {
    const outcome = await run(
      {
        ...withGlobalSetup,
        ...store,
        'exits.test.js': `
          const { appendFileSync, readFileSync } = require('node:fs')
          const { operator, useFixtures } = require('@soracom-fixtures/jest')
          const { store } = require('./soracom-fixtures.config.js')
          const fx = useFixtures(store)
          const own = useFixtures({ shop: operator() })
          test('exits the first time', async () => {
            appendFileSync('attempts', fx.shop.operatorId + ' ' + own.shop.operatorId + '\\n')
            if (readFileSync('attempts', 'utf8').trim().split('\\n').length === 1) {
              await own.shop.client.sandbox.deleteOperator(own.shop.operatorId)
              process.exit(3)
            }
            await own.shop.client.operators.get(own.shop.operatorId)
          })
        `,
        'other.test.js': `test('passes', () => {})`,
      },
      { args: ['--maxWorkers=2'] },
    )
    expect(statuses(outcome)).toEqual(['passed', 'passed'])
    const attempts = (await project?.read('attempts'))
      ?.trim()
      .split('\n')
      .map((line) => line.split(' '))
    expect(attempts).toHaveLength(2)
    expect(attempts?.[1]?.[0]).toBe(attempts?.[0]?.[0])
    expect(attempts?.[1]?.[1]).not.toBe(attempts?.[0]?.[1])
    expect(emulator.counts()).toMatchObject({ operatorsMade: 3, operatorsLeft: 0 })
  })
})
