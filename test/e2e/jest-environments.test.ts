import { join } from 'node:path'
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

// As a user's own dependency: it is in reach of the packages alone here.
const clientPath = join(import.meta.dirname, '../../packages/client/dist/index.cjs')

const meterTest = `
const shop = operator()
const fx = useFixtures({ shop, meter: subscriber({ operator: shop, status: 'active' }) })
test('the meter is active', async () => {
  expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({ status: 'active' })
})
`
const required = `const { eventually, FixtureError, operator, order, subscriber, useFixtures } = require('@soracom-fixtures/jest')\n`
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

  test('has errors of another realm: they are waited over, retried and known as they are in Node', async () => {
    const outcome = await run(
      {
        'a.test.js': `${required}
        const { createServer } = require('node:http')
        const fx = useFixtures({ shop: operator() })
        test('an assertion that throws an error of Node is looked at again', async () => {
          let looks = 0
          const probe = async () => {
            looks += 1
            if (looks < 3) new (require('node:url').URL)('nonsense')
            return looks
          }
          await expect(eventually(probe, { every: 1 })).resolves.toBe(3)
        })
        test('an error of Node that is no "not yet" comes as it is', async () => {
          const read = () => require('node:fs').promises.readFile('/no/such/file')
          await expect(eventually(read, { until: () => true })).rejects.toMatchObject({ code: 'ENOENT' })
        })
        test('a wait that is given up gives the reason of Node', async () => {
          const wait = eventually(() => 1, { until: () => false, every: 1, signal: AbortSignal.abort() })
          await expect(wait).rejects.toMatchObject({ name: 'AbortError' })
          await expect(fx.shop.client.withSignal(AbortSignal.abort()).operators.get(fx.shop.operatorId)).rejects
            .toMatchObject({ name: 'AbortError' })
        })
        test('a connection that is cut is tried again', async () => {
          let calls = 0
          const server = createServer((request, response) => {
            calls += 1
            if (calls < 3) request.socket.destroy()
            else response.end('[]')
          })
          await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
          const { createClient } = require(${JSON.stringify(clientPath)})
          const client = createClient({ endpoint: 'http://127.0.0.1:' + server.address().port })
          await expect(client.request('GET', '/groups')).resolves.toEqual([])
          server.closeAllConnections()
          server.close()
          expect(calls).toBe(3)
        })
        `,
      },
      version,
    )
    expect(failures(outcome)).toBe('')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })

  test('loads modules anew: a copy of this package takes what another has made, and knows its errors', async () => {
    const outcome = await run(
      {
        'a.test.js': `${required}
        const shop = operator()
        const fx = useFixtures({ shop })
        jest.resetModules()
        const another = require('@soracom-fixtures/jest')
        const own = another.useFixtures({ meter: another.subscriber({ operator: shop }) })
        test('two copies', () => {
          expect(another.useFixtures).not.toBe(useFixtures)
          expect(own.meter.operatorId).toBe(fx.shop.operatorId)
          const error = new another.FixtureWaitError('FIXTURE_WAIT_FAILED', 'no', { lastSeen: 1 })
          expect(error instanceof FixtureError).toBe(false)
          expect(FixtureError.is(error)).toBe(true)
        })
        `,
      },
      version,
    )
    expect(failures(outcome)).toBe('')
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
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
