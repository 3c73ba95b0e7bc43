import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createInlineProject, type InlineProject } from '../support/inline-project.ts'
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

async function run(code: string): Promise<RunOutcome> {
  project = await createInlineProject({
    'a.test.ts': `
      import { describe, expect } from 'vitest'
      import { fixturesTest, operator, subscriber } from '@soracom-fixtures/vitest'
      ${code}`,
  })
  return await project.runVitest({ env: { SORACOM_FIXTURES_TARGET: emulator.endpoint } })
}

test('a test names the fixtures that it wants, and all tests of the file share them', async () => {
  const outcome = await run(`
    const shop = operator()
    const test = fixturesTest({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D' }) })
    const seen = new Set()
    test('one', ({ shop, meter }) => {
      expect(meter.operatorId).toBe(shop.operatorId)
      expect(seen.add(meter.imsi).size).toBe(1)
    })
    test('two', ({ meter }) => expect(seen.add(meter.imsi).size).toBe(1))
    test('three', () => {})
  `)
  expect(outcome.text).toContain('3 passed')
  expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
})

test('with the scope test each test has its own, also side by side', async () => {
  const outcome = await run(`
    const test = fixturesTest({ shop: operator() }, { scope: 'test' })
    const seen = new Set()
    let both = () => {}
    const bothRun = new Promise((resolve) => (both = resolve))
    describe.concurrent('side by side', () => {
      for (const name of ['one', 'two']) {
        test(name, async ({ shop }) => {
          seen.add(shop.operatorId)
          if (seen.size === 2) both()
          await bothRun
          expect(await shop.client.operators.get(shop.operatorId)).toMatchObject({ email: shop.email })
        })
      }
    })
  `)
  expect(outcome.text).toContain('2 passed')
  expect(emulator.counts()).toMatchObject({ operatorsMade: 2, operatorsLeft: 0 })
})
