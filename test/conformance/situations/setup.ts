import { expect } from 'vitest'
import { expectPrinted } from '../expect-printed.ts'
import { everyRunner, everyVitest } from '../runners.ts'
import type { SharedSituation } from '../situation.ts'

const broken = (word: string) => `
const shop = operator()
const broken = defineResource({
  kind: 'broken',
  dependsOn: () => ({ shop }),
  create() { throw new Error('no luck with ${word}') },
})()
`

// Vitest 3 reads no `retry` of a test that was made by `test.extend`, but that of the describe around it.

/** A setup that does not come to its end. */
export const setupSituations: readonly SharedSituation[] = [
  {
    title: 'a setup that throws is made once for 20 tests, and is undone',
    runners: everyRunner,
    code: `${broken('hooks')}
      const fx = useFixtures({ shop, broken })
      for (let n = 0; n < 20; n += 1) test('test ' + n, () => { fx.shop })
    `,
    operatorsMade: 1,
    holds({ tests, passed, outcome }) {
      expect(tests).toHaveLength(20)
      expect(passed).toEqual([])
      expectPrinted(outcome, 'no luck with hooks')
    },
  },
  {
    title: 'a setup that throws is made once for 20 tests that name their fixtures',
    runners: everyVitest,
    code: `${broken('names')}
      const its = fixturesTest({ shop, broken })
      for (let n = 0; n < 20; n += 1) its('test ' + n, ({ shop }) => { expect(shop).toBeDefined() })
    `,
    operatorsMade: 1,
    holds({ tests, passed, outcome }) {
      expect(tests).toHaveLength(20)
      expect(passed).toEqual([])
      expectPrinted(outcome, 'no luck with names')
    },
  },
  {
    title: 'no test passes without its fixture when it is retried',
    runners: everyVitest,
    code: `${broken('retries')}
      const its = fixturesTest({ shop, broken })
      describe('retried', { retry: 2 }, () => { its('it', ({ broken }) => {}) })
    `,
    operatorsMade: 1,
    holds: ({ tests, passed }) => expect([tests.length, passed]).toEqual([1, []]),
  },
  {
    title: 'each retry of a test that has a set of its own makes it again, and undoes it',
    runners: everyVitest,
    code: `${broken('a set for each retry')}
      const its = fixturesTest({ shop, broken }, { scope: 'test' })
      describe('retried', { retry: 2 }, () => { its('it', ({ broken }) => {}) })
    `,
    operatorsMade: 3,
    holds: ({ tests, passed }) => expect([tests.length, passed]).toEqual([1, []]),
  },
  {
    title: 'a retry has its fixture when that can be made the second time',
    runners: everyVitest,
    code: `
      let tries = 0
      const flaky = defineResource({
        kind: 'flaky',
        create() {
          tries += 1
          if (tries === 1) throw new Error('no luck at first')
          return { tries }
        },
      })()
      const its = fixturesTest({ shop: operator(), flaky }, { scope: 'test' })
      describe('retried', { retry: 1 }, () => {
        its('it', ({ flaky, shop }) => {
          expect(flaky.tries).toBe(2)
          expect(shop.operatorId).toMatch(/^OP/)
        })
      })
    `,
    holds: ({ passed }) => expect(passed).toEqual(['retried it']),
  },
  {
    title: 'a failure in the middle of a set undoes what was made before and beside it',
    runners: everyRunner,
    code: `${broken('the middle')}
      const after = defineResource({ kind: 'after', dependsOn: () => ({ broken }), create: () => 1 })()
      const beside = subscriber({ operator: operator(), subscription: 'plan-D', status: 'active' })
      useFixtures({ shop, first: subscriber({ operator: shop }), broken, after, beside })
      test('never runs', () => {})
    `,
    holds({ passed, outcome }) {
      expect(passed).toEqual([])
      expectPrinted(outcome, 'after – not started')
    },
  },
  {
    title: 'a setup past its deadline is given up and awaited, and what comes late is undone',
    runners: everyRunner,
    code: `
      const late = defineResource({
        kind: 'late',
        async create({ signal }) {
          await new Promise((resolve) => signal.addEventListener('abort', resolve))
          await new Promise((resolve) => setImmediate(resolve))
          return { is: 'late' }
        },
        destroy({ handle }) { console.log('what was ' + handle.is + ' is gone') },
      })()
      useFixtures({ shop: operator(), late }, { setupTimeoutMs: 500 })
      test('never runs', () => {})
    `,
    holds({ passed, outcome }) {
      expect(passed).toEqual([])
      expectPrinted(outcome, 'The fixtures were not ready within 500 ms (setupTimeoutMs)')
      expectPrinted(outcome, 'what was late is gone')
    },
  },
  {
    title: 'the set of a test past its deadline is given up and undone, and the test does not run',
    runners: everyVitest,
    code: `
      const shop = operator()
      const endless = defineResource({
        kind: 'endless',
        dependsOn: () => ({ shop }),
        create: ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      })()
      const its = fixturesTest({ shop, endless }, { scope: 'test', setupTimeoutMs: 2_000 })
      its('never runs', ({ shop }) => { console.log('it ran all the same') })
    `,
    operatorsMade: 1,
    holds({ passed, outcome }) {
      expect(passed).toEqual([])
      expect(outcome.text.includes('it ran all the same')).toBe(false)
    },
  },
  {
    title: 'the timeout of hooks in the user’s configuration does not cut a setup or a teardown short',
    runners: everyVitest,
    code: `
      import { vi } from 'vitest'
      vi.setConfig({ hookTimeout: 1, testTimeout: 1_000 })
      const fx = useFixtures({ shop: operator(), meter: subscriber({ subscription: 'plan-D' }) })
      test('runs', () => { fx.meter })
    `,
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toEqual(['runs']),
  },
  {
    title: 'one fixture past its own deadline is given up and awaited, and the set is undone',
    runners: everyRunner,
    code: `
      const shop = operator()
      const late = defineResource({
        kind: 'late',
        dependsOn: () => ({ shop }),
        timeoutMs: () => 100,
        async create({ signal }) {
          await new Promise((resolve) => signal.addEventListener('abort', resolve))
          return { is: 'too late' }
        },
        destroy({ handle }) { console.log('what was ' + handle.is + ' is gone') },
      })()
      useFixtures({ shop, late })
      test('never runs', () => {})
    `,
    operatorsMade: 1,
    holds({ passed, outcome }) {
      expect(passed).toEqual([])
      expectPrinted(outcome, 'what was too late is gone')
    },
  },
  {
    title: 'a beforeAll of the user that throws before ours leaves nothing to undo',
    runners: everyVitest,
    code: `
      beforeAll(() => { throw new Error('before the fixtures') })
      useFixtures({ shop: operator() })
      test('never runs', () => {})
    `,
    operatorsMade: 0,
    holds: ({ passed }) => expect(passed).toEqual([]),
  },
  {
    title: 'a beforeAll of the user that throws after ours does not keep the set',
    runners: everyRunner,
    code: `
      useFixtures({ shop: operator() })
      beforeAll(() => { throw new Error('after the fixtures') })
      test('never runs', () => {})
    `,
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toEqual([]),
  },
]
