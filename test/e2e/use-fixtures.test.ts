import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createInlineProject, type InlineProject } from '../support/inline-project.ts'
import type { RunOptions, RunOutcome } from '../support/run-vitest.ts'

// A server of the test's own, so that it sees what a run leaves behind.
let emulator: Emulator
let project: InlineProject | undefined

beforeEach(async () => {
  emulator = await startEmulator()
})

afterEach(async () => {
  await emulator.close()
  await project?.remove()
  project = undefined
})

async function run(code: string, options: RunOptions = {}): Promise<RunOutcome> {
  project = await createInlineProject({ 'a.test.ts': `${imports}\n${code}` })
  const env = { SORACOM_FIXTURES_TARGET: emulator.endpoint, ...options.env }
  return await project.runVitest({ ...options, env })
}

const imports = `
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { airStats, coupon, defineResource, group, mib, operator, order, subscriber, subscribers, useFixtures } from '@soracom-fixtures/vitest'
`

describe('useFixtures', () => {
  test('sets a set up for a file and deletes it after its tests', async () => {
    const outcome = await run(`
      const shop = operator()
      const meter = subscriber({ operator: shop, subscription: 'plan-D', status: 'active', tags: { name: 'meter' } })
      const fx = useFixtures({ shop, meter })
      test('one', async () => {
        expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({ status: 'active' })
      })
      test('two', () => expect(fx.meter.tags).toEqual({ name: 'meter' }))
    `)
    expect(outcome.text).toContain('2 passed')
    expect(outcome.exitCode).toBe(0)
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })

  test('says that it is for test files where a global setup calls it', async () => {
    project = await createInlineProject({
      'a.test.ts': `${imports}\ntest('never runs', () => {})`,
      'vitest.config.js': `export default { test: { globalSetup: './setup.js' } }`,
      'setup.js': `${imports}\nexport default () => { useFixtures({ shop: operator() }) }`,
    })
    const outcome = await project.runVitest({ env: { SORACOM_FIXTURES_TARGET: emulator.endpoint } })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text + outcome.stderr).toContain('Fixtures can only be used in test files.')
  })

  test('a refusal of a handle’s client is an error of the client’s package, by instanceof too', async () => {
    const outcome = await run(`
      import { SoracomApiError } from '@soracom-fixtures/client'
      const fx = useFixtures({ shop: operator() })
      test('is refused', async () => {
        await expect(fx.shop.client.subscribers.get('001010000000000')).rejects.toThrow(SoracomApiError)
        await expect(Promise.reject(new TypeError('x'))).rejects.not.toThrow(SoracomApiError)
      })
    `)
    expect(outcome.exitCode).toBe(0)
  })

  test('sets a set up for a describe, and for its time alone', async () => {
    const outcome = await run(`
      describe('inside', () => {
        const fx = useFixtures({ shop: operator() })
        test('it is there', () => expect(fx.shop.operatorId).toMatch(/^OP/))
      })
      describe('beside', () => {
        const fx = useFixtures({ other: operator() })
        test('it is another', () => expect(fx.other.operatorId).toMatch(/^OP/))
      })
    `)
    expect(outcome.exitCode).toBe(0)
    expect(emulator.counts()).toMatchObject({ operatorsMade: 2, operatorsLeft: 0 })
  })

  test('registers exactly one beforeAll and one afterAll', async () => {
    const outcome = await run(`
      import { getHooks } from 'vitest/suite'
      const fx = useFixtures({ shop: operator(), cards: order({ items: [{ productCode: '4573326590013' }] }) })
      test('hooks', ({ task }) => {
        const { beforeAll, afterAll, beforeEach, afterEach } = getHooks(task.file)
        expect([beforeAll.length, afterAll.length, beforeEach.length, afterEach.length]).toEqual([1, 1, 0, 0])
      })
    `)
    expect(outcome.text).toContain('1 passed')
  })

  test('says once a run which target is used and why', async () => {
    project = await createInlineProject({
      'a.test.ts': `${imports}\nuseFixtures({ shop: operator() })\ntest('a', () => {})`,
      'b.test.ts': `${imports}\nuseFixtures({ shop: operator() })\ntest('b', () => {})`,
    })
    const outcome = await project.runVitest()
    expect(outcome.text.match(/soracom-fixtures: target is .*/g)).toEqual([
      'soracom-fixtures: target is the embedded emulator, since no credentials are given',
    ])
    expect(outcome.exitCode).toBe(0)
  })
})

describe('a handle that is read too early', () => {
  test('throws an error that says so', async () => {
    const outcome = await run(`
      const fx = useFixtures({ shop: operator() })
      let message
      try { fx.shop } catch (error) { message = error.message }
      test('early', () => expect(message).toContain('The fixture "shop" was read before it was set up'))
    `)
    expect(outcome.text).toContain('1 passed')
  })

  test('fails a file that destructures at its top, with that message', async () => {
    const outcome = await run(`
      const { shop } = useFixtures({ shop: operator() })
      test('never runs', () => {})
    `)
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text).toContain('do not destructure it at the top of the file')
    expect(emulator.counts().operatorsMade).toBe(0)
  })
})

describe('a set that is wrong', () => {
  test('is refused with every problem and its place before any call', async () => {
    const outcome = await run(`
      const meter = subscriber({ subscription: 'plan-D', bundles: ['K2-500MB'] as never })
      const cards = order({ items: [{ productCode: 'nothing' }] })
      useFixtures({ meter, cards })
      test('never runs', () => {})
    `)
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text).toContain('The fixtures have 2 problems; nothing was created.')
    expect(outcome.text).toContain('meter (subscriber): plan-D cannot carry the bundle "K2-500MB"')
    expect(outcome.text).toMatch(/declared at .*a\.test\.ts:6:21/)
    expect(outcome.text).toMatch(/declared at .*a\.test\.ts:7:21/)
    expect(emulator.counts().calls).toBe(0)
  })
})

describe('a setup that fails', () => {
  test('is undone before it reports, and says how far it came', async () => {
    const outcome = await run(`
      const shop = operator()
      const meter = subscriber({ operator: shop })
      const broken = defineResource({
        kind: 'broken',
        dependsOn: ({ meter }: { meter: typeof meter }) => ({ meter }),
        create({ phase }) { phase('trying its luck'); throw new Error('no luck today') },
      })({ meter })
      const after = defineResource({ kind: 'after', dependsOn: () => ({ broken }), create: () => 1 })()
      const fx = useFixtures({ shop, meter, broken, after })
      test('fails', () => { fx.shop })
    `)
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text).toContain('broken (broken) failed while trying its luck: no luck today')
    expect(outcome.text).toContain('shop ✓  meter ✓  broken ✗  after – not started')
    expect(outcome.text).toMatch(/What was made is deleted again: operator OP\d+/)
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })

  test('by timeout is given up, awaited and undone', async () => {
    const outcome = await run(`
      const shop = operator()
      const slow = defineResource({
        kind: 'slow',
        dependsOn: () => ({ shop }),
        create: ({ signal, phase }) => new Promise((_, reject) => {
          phase('waiting for a thing that never comes')
          signal.addEventListener('abort', () => reject(signal.reason))
        }),
      })()
      useFixtures({ shop, slow }, { setupTimeoutMs: 3_000 })
      test('fails', () => {})
    `)
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text).toContain('The fixtures were not ready within 3000 ms (setupTimeoutMs)')
    expect(outcome.text).toContain('slow (slow) was waiting for a thing that never comes')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })

  test('shows no secret', async () => {
    const outcome = await run(
      `
      const shop = operator({ password: 'superSecret1', authKey: true })
      const fx = useFixtures({ shop })
      test('prints', () => {
        console.log(fx.shop, fx.shop.credentials, fx.shop.env, fx.shop.client, JSON.stringify(fx))
        console.log(fx.shop.credentials.authKey.slice(0, 7))
        expect(fx).toEqual({})
      })
    `,
      { env: { SORACOM_AUTH_KEY_ID: 'keyId-mine', SORACOM_AUTH_KEY: 'secret-hunter2' } },
    )
    expect(outcome.text).toContain('operatorId')
    expect(outcome.text).toContain('secret-')
    expect(outcome.text).not.toMatch(/superSecret1|hunter2|secret-\w|eyJ/)
  })
})

describe('teardown', () => {
  test('deletes what can be deleted, and says what could not', async () => {
    const outcome = await run(`
      const shop = operator()
      const sticky = defineResource({
        kind: 'sticky',
        dependsOn: () => ({ shop }),
        create: () => 1,
        destroy() { throw new Error('it will not go') },
      })()
      useFixtures({ shop, sticky })
      test('passes', () => {})
    `)
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text).toContain('still there: sticky sticky: it will not go')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })

  test('deletes a resource of one’s own before its operator', async () => {
    const outcome = await run(`
      const shop = operator()
      const last = defineResource({
        kind: 'last',
        dependsOn: () => ({ shop }),
        create: () => 1,
        async destroy({ needs }) {
          console.log('seen at the end: ' + (await needs.shop.client.operators.get(needs.shop.operatorId)).operatorId)
        },
      })()
      useFixtures({ last })
      test('passes', () => {})
    `)
    expect(outcome.exitCode).toBe(0)
    expect(outcome.text).toMatch(/seen at the end: OP\d+/)
    expect(emulator.counts().operatorsLeft).toBe(0)
  })
})
