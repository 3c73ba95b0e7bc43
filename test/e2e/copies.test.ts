import { afterEach, describe, expect, test } from 'vitest'
import { createInlineProject, type InlineProject } from '../support/inline-project.ts'

let project: InlineProject | undefined

afterEach(async () => {
  await project?.remove()
  project = undefined
})

const files = {
  'soracom-fixtures.config.ts': `
import { defineFixtures, operator } from 'soracom-fixtures/vitest'
export const store = defineFixtures({ shop: operator() }, { scope: 'run' })
`,
  'setup.js': "export { default } from 'soracom-fixtures/vitest/global-setup'",
  'a.test.ts': `
import { airStats, defineResource, eventually, FixturePlanError, FixtureSetupError, FixtureWaitError, fixturesTest, mib, subscriber, useFixtures } from 'soracom-fixtures/vitest'
import * as another from '@soracom-fixtures/vitest'
import { createSession } from '@soracom-fixtures/core/engine'
import { expect, test } from 'vitest'
import { store } from './soracom-fixtures.config.ts'

const fx = useFixtures(store)
const meter = another.subscriber({ operator: store.set.shop, subscription: 'plan-D', status: 'active' })
const usage = airStats({ subscriber: meter, at: '2026-11-01', traffic: { 's1.fast': { upload: mib(3) } } })
const own = another.useFixtures({ meter, usage })
const named = fixturesTest({ tracker: subscriber({ operator: store.set.shop }) })

test('each takes what another has made', async () => {
  expect(another.useFixtures).not.toBe(useFixtures)
  expect(own.meter.operatorId).toBe(fx.shop.operatorId)
  await expect(own.meter).toHaveAirTraffic(own.usage)
  expect(await fx.shop.client.subscribers.get(own.meter.imsi)).toMatchObject({ status: 'active' })
})

named('also where a test names it', ({ tracker }) => expect(tracker.operatorId).toBe(fx.shop.operatorId))

test('each knows the errors of another', async () => {
  const wrong = { meter: subscriber({ subscription: 'plan-X' as never }) }
  expect(() => another.useFixtures(wrong)).toThrow(FixturePlanError)
  expect(() => useFixtures(wrong)).toThrow(another.FixturePlanError)
  const waiting = eventually(() => 'pending', { until: () => false, every: 5, timeout: 20 })
  await expect(waiting).rejects.toBeInstanceOf(another.FixtureWaitError)
  await expect(waiting).rejects.not.toBeInstanceOf(FixturePlanError)
  expect(another.FixtureWaitError).not.toBe(FixtureWaitError)
})

test('a fixture that is given up tells what its wait has seen last', async () => {
  const slow = defineResource({
    kind: 'slow thing',
    timeoutMs: () => 200,
    create: async ({ signal }) =>
      await another.eventually(() => 'still warming up', { until: () => false, every: 20, signal }),
  })
  const session = createSession({ slow: slow() })
  const error = await session.setup().catch((thrown: unknown) => thrown)
  await session.teardown()
  expect(error).toBeInstanceOf(FixtureSetupError)
  expect((error as Error).message).toMatch(/last state seen: the value waited for: .still warming up./)
})
`,
}

// The adapter carries a copy of what declares and reads; in pools of contexts the tests have a realm of their own.
describe('copies of the packages in one process agree', () => {
  test.each([
    ['in the pool forks', { pool: 'forks' }],
    ['in the pool threads', { pool: 'threads' }],
    ['in the pool vmThreads', { pool: 'vmThreads' }],
    ['in the pool vmForks', { pool: 'vmForks' }],
    ['where Vite transforms the packages', { server: { deps: { inline: ['/soracom-fixtures/'] } } }],
  ])('%s', async (_, options) => {
    const test = { globalSetup: './setup.js', setupFiles: 'soracom-fixtures/vitest/matchers', ...options }
    const config = JSON.stringify(test).replace('"/soracom-fixtures/"', '/soracom-fixtures/')
    project = await createInlineProject({ ...files, 'vitest.config.js': `export default { test: ${config} }` })
    const { exitCode, text, stderr } = await project.runVitest()
    expect(exitCode, text).toBe(0)
    expect(text).toContain('4 passed')
    expect(stderr + text).toContain('none is left')
  })
})

describe('a configuration in TypeScript is loaded in a pool of contexts, without a global setup', () => {
  test.each([
    ['3.2', 'vmThreads'],
    ['3.2', 'vmForks'],
    ['4.1', 'vmThreads'],
    ['4.1', 'vmForks'],
  ] as const)('by Vitest %s in the pool %s', async (vitest, pool) => {
    const files = {
      'vitest.config.js': `export default { test: { pool: '${pool}' } }`,
      'soracom-fixtures.config.ts': `
import { defineConfig } from 'soracom-fixtures/vitest'
const longest: number = 30_001
export default defineConfig({ target: 'emulator', setupTimeoutMs: longest })`,
      'a.test.ts': `
import { operator, useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'
const fx = useFixtures({ shop: operator() })
test('it is there', () => expect(fx.shop.operatorId).toMatch(/^OP/))`,
    }
    project = await createInlineProject(files, { vitest })
    const { exitCode, text } = await project.runVitest()
    expect(exitCode, text).toBe(0)
    expect(text).toContain('1 passed')
  })
})
