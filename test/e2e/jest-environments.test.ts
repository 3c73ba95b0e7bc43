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

async function run(files: ProjectFiles, version: JestVersion, options: JestRunOptions = {}): Promise<RunOutcome> {
  project = await createJestProject(files, version)
  return await project.runJest({ ...options, env: { SORACOM_FIXTURES_TARGET: emulator.endpoint } })
}

function failures({ tests, text }: RunOutcome): string {
  return tests.length > 0 && tests.every(({ status }) => status === 'passed') ? '' : text
}

const meterTest = `
const shop = operator()
const fx = useFixtures({ shop, meter: subscriber({ operator: shop, status: 'active' }) })
test('the meter is active', async () => {
  expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({ status: 'active' })
})
`
const required = `const { eventually, operator, order, subscriber, useFixtures } = require('@soracom-fixtures/jest')\n`
const fromJest = `const { expect, jest, test } = require('@jest/globals')\n`

describe.each(['29', '30'] as const)('a file of Jest %s', (version) => {
  test('is CommonJS, with or without the globals of Jest', async () => {
    const outcome = await run(
      {
        'jest.config.json': JSON.stringify({
          transform: {},
          projects: [
            { transform: {}, displayName: 'node', testMatch: ['**/node.test.js'] },
            { transform: {}, displayName: 'bare', testMatch: ['**/bare.test.js'], injectGlobals: false },
          ],
        }),
        'node.test.js': required + meterTest,
        'bare.test.js': fromJest + required + meterTest,
      },
      version,
      { args: ['--runInBand'] },
    )
    expect(failures(outcome)).toBe('')
    expect(outcome.tests).toHaveLength(2)
    expect(emulator.counts()).toMatchObject({ operatorsMade: 2, operatorsLeft: 0 })
  })

  test('is an ES module, with or without the globals of Jest', async () => {
    const imported = `import { operator, subscriber, useFixtures } from '@soracom-fixtures/jest'\n`
    const outcome = await run(
      {
        'jest.config.json': JSON.stringify({
          projects: [
            { transform: {}, displayName: 'node', testMatch: ['**/node.test.mjs'] },
            { transform: {}, displayName: 'bare', testMatch: ['**/bare.test.mjs'], injectGlobals: false },
          ],
        }),
        'node.test.mjs': imported + meterTest,
        'bare.test.mjs': `import { expect, test } from '@jest/globals'\n${imported}${meterTest}`,
      },
      version,
      { args: ['--runInBand'], nodeArgs: ['--experimental-vm-modules'] },
    )
    expect(failures(outcome)).toBe('')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 2, operatorsLeft: 0 })
  })

  test('has fake timers from its beginning: the engine keeps the real ones', async () => {
    const outcome = await run(
      {
        'jest.config.json': JSON.stringify({ transform: {}, fakeTimers: { enableGlobally: true } }),
        'a.test.js': `${required}
        const fx = useFixtures({ cards: order({ items: [{ productCode: '4573326590013' }] }) })
        test('is there', () => expect(fx.cards.subscribers).toHaveLength(1))
        test('is waited for', async () => {
          let looks = 0
          await eventually(() => (looks += 1), { until: (seen) => seen === 3, every: 1 })
        })
        `,
      },
      version,
    )
    expect(failures(outcome)).toBe('')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })
})

describe('the environment of a browser', () => {
  const files = {
    'jest.config.json': JSON.stringify({ transform: {}, testEnvironment: 'jsdom' }),
    'a.test.js': `${required + meterTest}\ntest('a browser', () => expect(document.title).toBe(''))`,
  }

  test('of Jest 30 has what fixtures need, though it lacks much of Node', async () => {
    const outcome = await run(files, '30')
    expect(failures(outcome)).toBe('')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })

  test('of Jest 29 is told to be too old', async () => {
    const outcome = await run(files, '29')
    expect(outcome.text).toContain('needs AbortSignal.any, which the test environment of this file does not have')
    expect(emulator.counts().calls).toBe(0)
  })
})
