import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RunOutcome } from '../support/inline-project.ts'
import { createJestProject, type JestProject } from '../support/jest-project.ts'

// A server of the test's own, so that it sees what a run leaves behind.
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

async function run(code: string, env: Readonly<Record<string, string>> = {}): Promise<RunOutcome> {
  project = await createJestProject({ 'a.test.js': `${imports}\n${code}` })
  return await project.runJest({ env: { SORACOM_FIXTURES_TARGET: emulator.endpoint, ...env } })
}

const imports = `const { airStats, defineResource, FixtureError, mib, operator, order, subscriber, useFixtures } = require('@soracom-fixtures/jest')`

function statuses({ tests }: RunOutcome): Record<string, string> {
  return Object.fromEntries(tests.map(({ title, status }) => [title, status]))
}

describe('useFixtures in Jest', () => {
  test('sets sets up for a file, for a describe and for each test, and deletes them after it', async () => {
    const outcome = await run(`
      const shop = operator()
      const fx = useFixtures({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D', status: 'active' }) })
      const seen = new Set()
      test('of the file', async () => {
        expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({ status: 'active' })
      })
      describe('a describe', () => {
        const own = useFixtures({ shop, other: operator() })
        test('takes from around it', () => {
          expect(own.shop).toBe(fx.shop)
          seen.add(own.other.operatorId)
        })
      })
      describe('another', () => {
        const own = useFixtures({ other: operator() })
        const each = useFixtures({ sim: subscriber({ operator: shop }) }, { scope: 'test' })
        test('has its own', () => {
          expect(seen.has(own.other.operatorId)).toBe(false)
          expect(each.sim.operatorId).toBe(fx.shop.operatorId)
          seen.add(each.sim.imsi)
        })
        test('and each test', () => expect(seen.has(each.sim.imsi)).toBe(false))
      })
    `)
    expect(statuses(outcome)).toEqual({
      'of the file': 'passed',
      'a describe takes from around it': 'passed',
      'another has its own': 'passed',
      'another and each test': 'passed',
    })
    expect(emulator.counts()).toMatchObject({ operatorsMade: 3, operatorsLeft: 0 })
  })

  test('registers one beforeAll and one afterAll, or one beforeEach and one afterEach, with the longest timeout', async () => {
    const outcome = await run(`
      const hooks = {}
      for (const name of ['beforeAll', 'afterAll', 'beforeEach', 'afterEach']) {
        const real = globalThis[name]
        globalThis[name] = (hook, timeout) => {
          hooks[name] = [...(hooks[name] ?? []), timeout]
          real(hook, timeout)
        }
      }
      useFixtures({ shop: operator(), cards: order({ items: [{ productCode: '4573326590013' }] }) })
      useFixtures({ fresh: operator() }, { scope: 'test' })
      test('hooks', () => {
        const once = [2 ** 31 - 1]
        expect(hooks).toEqual({ beforeAll: once, afterAll: once, beforeEach: once, afterEach: once })
      })
    `)
    expect(outcome.exitCode).toBe(0)
    expect(emulator.counts()).toMatchObject({ operatorsMade: 2, operatorsLeft: 0 })
  })

  test('deletes what was made last first, though Jest runs its hooks in the order in which they were written', async () => {
    const outcome = await run(`
      const shop = operator()
      const last = defineResource({
        kind: 'last',
        dependsOn: () => ({ shop }),
        create: () => 1,
        async destroy({ needs }) {
          console.log('seen at the end: ' + (await needs.shop.client.operators.get(needs.shop.operatorId)).operatorId)
        },
      })
      useFixtures({ shop })
      useFixtures({ last: last() })
      useFixtures({ last: last() }, { scope: 'test' })
      test('passes', () => {})
    `)
    expect(outcome.exitCode).toBe(0)
    expect(outcome.text.match(/seen at the end: OP\d+/g)).toHaveLength(2)
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })
})

describe('what goes wrong in Jest', () => {
  test('is told where a handle is read too early, before any call', async () => {
    const outcome = await run(`
      const { shop } = useFixtures({ shop: operator() })
      test('never runs', () => {})
    `)
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text).toContain('The fixture "shop" was read before it was set up')
    expect(outcome.text).toContain('do not destructure it at the top of the file')
    expect(emulator.counts().calls).toBe(0)
  })

  test('is told where a set is wrong, with every problem and its place, before any call', async () => {
    const outcome = await run(`
      const meter = subscriber({ subscription: 'plan-D', bundles: ['K2-500MB'] })
      useFixtures({ meter, cards: order({ items: [{ productCode: 'nothing' }] }) })
      test('never runs', () => {})
    `)
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text).toContain('The fixtures have 2 problems; nothing was created.')
    expect(outcome.text).toMatch(/declared at .*a\.test\.js:3:21/)
    expect(emulator.counts().calls).toBe(0)
  })

  test('is undone where a setup fails, told once by each test, and no test runs', async () => {
    const outcome = await run(`
      const shop = operator()
      const broken = defineResource({
        kind: 'broken',
        dependsOn: () => ({ shop }),
        create({ phase }) { phase('trying its luck'); throw new Error('no luck today') },
      })
      const fx = useFixtures({ shop, broken: broken() })
      useFixtures({ other: operator() })
      beforeAll(() => console.log('the next hook: ' + FixtureError.is(errorOf(() => fx.shop))))
      const errorOf = (read) => { try { read() } catch (error) { return error } }
      test('never runs', () => console.log('it has run'))
    `)
    expect(outcome.exitCode).toBe(1)
    const [only] = outcome.tests
    expect(only?.messages).toHaveLength(1)
    expect(only?.messages[0]).toContain('broken (broken) failed while trying its luck: no luck today')
    expect(only?.messages[0]?.match(/Error: no luck today/g)).toHaveLength(1)
    expect(only?.messages[0]).toMatch(/What was made is deleted again: operator OP\d+/)
    expect(outcome.text).toContain('the next hook: true')
    expect(outcome.text).not.toContain('it has run')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 2, operatorsLeft: 0 })
  })

  test('is told where something cannot be deleted, by its own hook alone, and the rest is deleted', async () => {
    const outcome = await run(`
      const shop = operator()
      const sticky = defineResource({
        kind: 'sticky',
        dependsOn: () => ({ shop }),
        create: () => 1,
        destroy() { throw new Error('it will not go') },
      })
      useFixtures({ shop })
      useFixtures({ sticky: sticky() })
      test('passes', () => {})
    `)
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr.match(/still there: sticky sticky: it will not go/g)).toHaveLength(1)
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })

  test('shows no secret', async () => {
    const outcome = await run(
      `
      const fx = useFixtures({ shop: operator({ password: 'superSecret1', authKey: true }) })
      test('prints', () => {
        console.log(fx, fx.shop, fx.shop.credentials, fx.shop.env, fx.shop.client, JSON.stringify(fx))
        expect(fx).toEqual({})
      })
    `,
      { SORACOM_AUTH_KEY_ID: 'keyId-mine', SORACOM_AUTH_KEY: 'secret-hunter2' },
    )
    expect(outcome.text).toContain('operatorId')
    expect(outcome.text).not.toMatch(/superSecret1|hunter2|secret-\w|eyJ/)
    expect(emulator.counts().operatorsLeft).toBe(0)
  })
})
