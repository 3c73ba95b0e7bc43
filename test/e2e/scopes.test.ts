import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createInlineProject, type InlineProject, type ProjectFiles } from '../support/inline-project.ts'
import type { RunOutcome } from '../support/run-vitest.ts'

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

async function run(files: ProjectFiles, args: readonly string[] = []): Promise<RunOutcome> {
  project = await createInlineProject(files)
  return await project.runVitest({ args, env: { SORACOM_FIXTURES_TARGET: emulator.endpoint } })
}

const imports = `
import { describe, expect, test } from 'vitest'
import { defineFixtures, operator, subscriber, useFixtures } from '@soracom-fixtures/vitest'
`

function passed({ tests }: RunOutcome): (readonly [string, string])[] {
  return tests.map(({ title, status }) => [title, status] as const)
}

describe('the scope test', () => {
  test('makes a set of its own for each test', async () => {
    const outcome = await run({
      'a.test.ts': `${imports}
      const fx = useFixtures({ shop: operator() }, { scope: 'test' })
      const seen = new Set()
      test('one', () => expect(seen.add(fx.shop.operatorId).size).toBe(1))
      test('two', () => expect(seen.add(fx.shop.operatorId).size).toBe(2))
      `,
    })
    expect(outcome.text).toContain('2 passed')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 2, operatorsLeft: 0 })
  })

  test('takes from the set of the file what that one holds', async () => {
    const outcome = await run({
      'a.test.ts': `${imports}
      const shop = operator()
      const fx = useFixtures({ shop })
      const own = useFixtures({ meter: subscriber({ operator: shop, subscription: 'plan-D' }) }, { scope: 'test' })
      const seen = new Set()
      test('one', () => {
        expect(own.meter.operatorId).toBe(fx.shop.operatorId)
        seen.add(own.meter.imsi)
      })
      test('two', () => expect(seen.has(own.meter.imsi)).toBe(false))
      `,
    })
    expect(outcome.text).toContain('2 passed')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })

  test('says that it cannot tell whose fixture is read where tests run side by side', async () => {
    const outcome = await run({
      'a.test.ts': `${imports}
      const fx = useFixtures({ shop: operator() }, { scope: 'test' })
      let running = 0
      let both = () => {}
      const bothRun = new Promise((resolve) => (both = resolve))
      describe.concurrent('side by side', () => {
        for (const name of ['one', 'two']) {
          test(name, async () => {
            running += 1
            if (running === 2) both()
            await bothRun
            expect(() => fx.shop).toThrow("Use fixturesTest(set, { scope: 'test' })")
          })
        }
      })
      `,
    })
    expect(outcome.text).toContain('2 passed')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 2, operatorsLeft: 0 })
  })
})

describe('a describe', () => {
  test('takes from the set of its file, and not from that of another describe', async () => {
    const outcome = await run({
      'a.test.ts': `${imports}
      const shop = operator()
      const other = operator()
      const fx = useFixtures({ shop })
      const seen = []
      for (const name of ['first', 'second']) {
        describe(name, () => {
          const own = useFixtures({ shop, other })
          test('has its own', () => {
            expect(own.shop.operatorId).toBe(fx.shop.operatorId)
            expect(seen).not.toContain(own.other.operatorId)
            seen.push(own.other.operatorId)
          })
        })
      }
      `,
    })
    expect(outcome.text).toContain('2 passed')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 3, operatorsLeft: 0 })
  })
})

describe('a longer-lived set', () => {
  test('that takes from a shorter-lived one is refused with its name and place', async () => {
    const outcome = await run({
      'a.test.ts': `${imports}
      const shop = operator()
      defineFixtures({ shop }, { scope: 'test' })
      useFixtures({ meter: subscriber({ operator: shop, subscription: 'plan-D' }) })
      test('never runs', () => {})
      `,
    })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text).toMatch(
      /operator@a\.test\.ts:5 \(operator\): it stands in a set of scope test, which ends before/,
    )
    expect(emulator.counts().calls).toBe(0)
  })
})

const config = `
import { defineFixtures, operator, subscriber } from '@soracom-fixtures/vitest'
const shop = operator()
export const store = defineFixtures({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D' }) }, { scope: 'run' })
`

const reader = `
import { expect, test } from 'vitest'
import { airStats, mib, useFixtures } from '@soracom-fixtures/vitest'
import { store } from './soracom-fixtures.config.ts'

const fx = useFixtures(store)
const own = useFixtures({ usage: airStats({ subscriber: store.set.meter, at: AT, traffic: { 's1.fast': { upload: mib(1) } } }) })
test('reads it, and calls with it', async () => {
  expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({ operatorId: fx.shop.operatorId })
  expect(own.usage.imsi).toBe(fx.meter.imsi)
})
`

const readers = Object.fromEntries(
  ['a', 'b', 'c'].map((name, index) => [`${name}.test.ts`, reader.replace('AT', `'2026-11-0${index + 1}'`)]),
)

describe('the scope run', () => {
  test('makes a set once for all files and workers, by one line of configuration', async () => {
    const outcome = await run({
      'soracom-fixtures.config.ts': config,
      'vitest.config.js': `export default { test: { globalSetup: '@soracom-fixtures/vitest/global-setup' } }`,
      ...readers,
    })
    expect(passed(outcome)).toEqual(Array.from({ length: 3 }, () => ['reads it, and calls with it', 'passed']))
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
    expect(outcome.stderr).toMatch(/soracom-fixtures: 1 operator made, none is left; \d+ calls; 4 setups in/)
  })

  test('has a client whose refusals are errors of the client’s package', async () => {
    const outcome = await run({
      'soracom-fixtures.config.ts': config,
      'vitest.config.js': `export default { test: { globalSetup: '@soracom-fixtures/vitest/global-setup' } }`,
      'a.test.ts': `
        import { SoracomApiError } from '@soracom-fixtures/client'
        import { useFixtures } from '@soracom-fixtures/vitest'
        import { expect, test } from 'vitest'
        import { store } from './soracom-fixtures.config.ts'
        const { client } = useFixtures(store).shop
        test('is refused', async () => {
          await expect(client.subscribers.get('001010000000000')).rejects.toThrow(SoracomApiError)
        })
      `,
    })
    expect(passed(outcome)).toEqual([['is refused', 'passed']])
  })

  test('works without a global setup: the first makes it, the last deletes it', async () => {
    const outcome = await run({ 'soracom-fixtures.config.ts': config, ...readers }, ['--maxWorkers=2'])
    expect(passed(outcome)).toEqual(Array.from({ length: 3 }, () => ['reads it, and calls with it', 'passed']))
    expect(emulator.counts().operatorsLeft).toBe(0)
  })

  test('is set up once when it fails, and every file tells the same', async () => {
    const outcome = await run(
      {
        'soracom-fixtures.config.ts': `
          import { defineFixtures, defineResource, operator } from '@soracom-fixtures/vitest'
          const shop = operator()
          const broken = defineResource({
            kind: 'broken',
            dependsOn: () => ({ shop }),
            create() { throw new Error('no luck today') },
          })
          export const store = defineFixtures({ shop, broken: broken() }, { scope: 'run' })
        `,
        ...Object.fromEntries(
          ['a', 'b'].map((name) => [
            `${name}.test.ts`,
            `import { test } from 'vitest'
            import { useFixtures } from '@soracom-fixtures/vitest'
            import { store } from './soracom-fixtures.config.ts'
            const fx = useFixtures(store)
            test('reads', () => { fx.shop })`,
          ]),
        ),
      },
      ['--maxWorkers=2'],
    )
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text.match(/no luck today/g)?.length).toBeGreaterThanOrEqual(2)
    expect(outcome.text).toContain('is not tried again')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })
})
