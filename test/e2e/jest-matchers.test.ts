import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProjectFiles, RunOutcome } from '../support/inline-project.ts'
import { createJestProject, type JestProject, type JestRunOptions, type JestVersion } from '../support/jest-project.ts'

let emulator: Emulator
let project: JestProject | undefined

beforeEach(async () => {
  emulator = await startEmulator({ startTime: '2026-11-10T00:00:00Z' })
})

afterEach(async () => {
  await emulator.close()
  await project?.remove()
  project = undefined
})

async function run(files: ProjectFiles, version: JestVersion = '30', options: JestRunOptions = {}) {
  project = await createJestProject(files, version)
  return await project.runJest({ ...options, env: { SORACOM_FIXTURES_TARGET: emulator.endpoint } })
}

const names = 'airStats, beamStats, coupon, emulatorClock, mib, operator, subscriber, usageWorth, useFixtures'
const ours = {
  cjs: `const { ${names} } = require('@soracom-fixtures/jest')`,
  esm: `import { ${names} } from '@soracom-fixtures/jest'`,
}

const declared = `
const shop = operator()
const meter = subscriber({ operator: shop, subscription: 'plan-D', status: 'active' })
const days = ['2026-10-01', '2026-10-07']
const usage = airStats({ subscriber: meter, days, daily: { 's1.fast': { upload: mib(5), download: mib(20) } } })
const requests = beamStats({ subscriber: meter, days, daily: { inHttp: 100 } })
const welcome = coupon({ operator: shop, amount: 500, billItem: 'dailyDataTrafficChargeTotal', expires: '2027-03' })
const fx = useFixtures({ shop, meter, usage, requests, welcome })
const item = 'dailyDataTrafficChargeTotal'
`

const passing = `${declared}
test('what is so passes', async () => {
  await expect(fx.meter).toHaveAirTraffic(fx.usage)
  await expect(fx.meter).toHaveBeamCount({ month: '2026-10', traffic: { inHttp: 700 } })
  await expect(fx.shop).toBeBilled({ month: '2026-10', item, amount: 150.5 })
  await expect(fx.welcome).toHaveCouponBalance(349.5)
  await expect(fx.meter).toHaveSubscriberStatus('active')
  await expect(fx.meter).not.toHaveSubscriberStatus('suspended')
  expect(usageWorth({ subscriber: meter, item, amount: 1 })).toBeDefined()
})
test('over the end of a month', async () => {
  expect((await emulatorClock(fx.shop).closeMonth()).toISOString()).toMatch(/^2026-12-01/)
  expect(await fx.shop.bills.month('2026-10')).toMatchObject({ month: '2026-10' })
})
`

const byConfig = JSON.stringify({ transform: {}, setupFilesAfterEnv: ['@soracom-fixtures/jest/matchers'] })
const withoutGlobals = JSON.stringify({ transform: {}, injectGlobals: false })
const modules = { nodeArgs: ['--experimental-vm-modules'] }
const fromJest = '{ expect, test } from "@jest/globals"'

const ways: [string, ProjectFiles, JestRunOptions?][] = [
  ['by the configuration', { 'jest.config.json': byConfig, 'a.test.js': `${ours.cjs}\n${passing}` }],
  ['by a test file', { 'a.test.js': `${ours.cjs}\nrequire('@soracom-fixtures/jest/matchers')\n${passing}` }],
  [
    'where Jest has no globals',
    {
      'jest.config.json': withoutGlobals,
      'a.test.js': `const { expect, test } = require('@jest/globals')\n${ours.cjs}\nrequire('@soracom-fixtures/jest/matchers')\n${passing}`,
    },
  ],
  [
    'by the configuration of ES modules',
    { 'package.json': '{ "type": "module" }', 'jest.config.json': byConfig, 'a.test.js': `${ours.esm}\n${passing}` },
    modules,
  ],
  [
    'by an ES module',
    {
      'package.json': '{ "type": "module" }',
      'jest.config.json': withoutGlobals,
      'a.test.js': `import ${fromJest}\n${ours.esm}\nimport '@soracom-fixtures/jest/matchers'\n${passing}`,
    },
    modules,
  ],
]

describe.each<JestVersion>(['29', '30'])('the matchers in Jest %s', (version) => {
  test.each(ways)('are registered %s', async (_, files, options) => {
    const outcome = await run(files, version, options)
    expect(outcome.exitCode, outcome.text).toBe(0)
    expect(outcome.tests.map(({ title }) => title)).toEqual(['what is so passes', 'over the end of a month'])
    expect(emulator.counts().operatorsLeft).toBe(0)
  })

  test('tell what differs, by item and day', async () => {
    const { tests } = await run(
      {
        'jest.config.json': byConfig,
        'a.test.js': `${ours.cjs}\n${declared}
          test('a bill', async () => await expect(fx.shop).toBeBilled({ month: '2026-10', item, amount: 123 }))
          test('with not', async () => await expect(fx.shop).not.toBeBilled({ month: '2026-10', item, amount: 150.5 }))
          test('nothing to look at', async () => await expect({}).toBeBilled({ month: '2026-10', amount: 1 }))
        `,
      },
      version,
    )
    expect(tests.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed'])
    const [bill, withNot, nothing] = tests.map(messageOf)
    expect(bill).toMatch(/expected operator OP\d+ to be billed 123 of dailyDataTrafficChargeTotal in 2026-10/)
    expect(bill).toMatch(/✗ {2}dailyDataTrafficChargeTotal {2}2026-10 {10}123 {2}150\.5 {7}\+27\.5\n/)
    expect(bill).toMatch(/dailyDataTrafficChargeTotal {2}2026-10-07 +– +21\.5/)
    expect(withNot).toMatch(/expected operator OP\d+ not to be billed 150\.5/)
    expect(nothing).toContain('toBeBilled looks at the handle of an operator or a SIM; it was given {}')
  })
})

test.each([
  ['setupFiles', '{ "transform": {}, "setupFiles": ["@soracom-fixtures/jest/matchers"] }'],
  ['globalSetup', '{ "transform": {}, "globalSetup": "@soracom-fixtures/jest/matchers" }'],
])('the matchers say where they belong when %s loads them', async (_, config) => {
  const outcome = await run({ 'jest.config.json': config, 'a.test.js': `test('never runs', () => {})` })
  expect(outcome.exitCode).toBe(1)
  expect(outcome.text).toContain('Name it in setupFilesAfterEnv of the configuration (setupFiles run too early)')
})

function messageOf({ messages }: RunOutcome['tests'][number]): string {
  return messages.join('\n')
}
