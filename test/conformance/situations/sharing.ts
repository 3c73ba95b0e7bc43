import { expect } from 'vitest'
import { everyRunner, everyVitest } from '../runners.ts'
import type { SharedSituation } from '../situation.ts'

/** Tests and describes that share a set, or do not. */
export const sharingSituations: readonly SharedSituation[] = [
  {
    title: 'tests that run side by side share one setup',
    runners: everyVitest,
    code: `
      const fx = useFixtures({ shop: operator() })
      const seen = new Set()
      let running = 0
      let go = () => {}
      const allRun = new Promise((resolve) => (go = resolve))
      describe.concurrent('side by side', () => {
        for (const name of ['one', 'two', 'three']) {
          test(name, async () => {
            running += 1
            if (running === 3) go()
            await allRun
            expect(seen.add(fx.shop.operatorId).size).toBe(1)
          })
        }
      })
    `,
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toHaveLength(3),
  },
  {
    title: 'tests that run side by side and name their fixtures have each its own with the scope test',
    runners: everyVitest,
    code: `
      const its = fixturesTest({ shop: operator() }, { scope: 'test' })
      const seen = new Set()
      let go = () => {}
      const allRun = new Promise((resolve) => (go = resolve))
      describe.concurrent('side by side', () => {
        for (const name of ['one', 'two', 'three']) {
          its(name, async ({ shop }) => {
            if (seen.add(shop.operatorId).size === 3) go()
            await allRun
          })
        }
      })
    `,
    operatorsMade: 3,
    holds: ({ passed }) => expect(passed).toHaveLength(3),
  },
  {
    title: 'two describes have each a set of their own, the first of which is gone when the second runs',
    runners: everyRunner,
    code: `
      let first
      describe('first', () => {
        const fx = useFixtures({ shop: operator() })
        test('is there', () => { first = { client: fx.shop.client, operatorId: fx.shop.operatorId } })
      })
      describe('second', () => {
        const fx = useFixtures({ shop: operator() })
        test('is there, and the first is gone', async () => {
          expect(fx.shop.operatorId).not.toBe(first.operatorId)
          await expect(first.client.operators.get(first.operatorId)).rejects.toThrow()
        })
      })
    `,
    operatorsMade: 2,
    holds: ({ passed }) => expect(passed).toHaveLength(2),
  },
  {
    title: 'a describe in a describe takes from the set around it',
    runners: everyRunner,
    code: `
      const shop = operator()
      describe('outer', () => {
        const outer = useFixtures({ shop })
        describe('inner', () => {
          const inner = useFixtures({ meter: subscriber({ operator: shop, subscription: 'plan-D' }) })
          test('has the operator of the outer one', () => {
            expect(inner.meter.operatorId).toBe(outer.shop.operatorId)
          })
        })
        test('is there after the inner one has ended', async () => {
          expect(await outer.shop.client.operators.get(outer.shop.operatorId)).toBeDefined()
        })
      })
    `,
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toHaveLength(2),
  },
  {
    title: 'hooks of the user that stand behind ours read the set',
    runners: everyVitest,
    code: `
      const fx = useFixtures({ shop: operator() })
      const seen = []
      beforeAll(() => { seen.push(fx.shop.operatorId) })
      beforeEach(() => { seen.push(fx.shop.operatorId) })
      afterAll(async () => { await fx.shop.client.operators.get(fx.shop.operatorId) })
      test('so do the hooks', () => { expect(seen).toEqual([fx.shop.operatorId, fx.shop.operatorId]) })
    `,
    operatorsMade: 1,
    holds: ({ passed, outcome }) => {
      expect(passed).toHaveLength(1)
      expect(outcome.text.includes('was read after')).toBe(false)
    },
  },
  {
    title: 'a failing test that is retried does not make its set again',
    runners: everyVitest,
    code: `
      const its = fixturesTest({ shop: operator() })
      let tries = 0
      describe('retried', { retry: 2 }, () => {
        its('passes at last', ({ shop }) => {
          tries += 1
          expect([tries, typeof shop.operatorId]).toEqual([3, 'string'])
        })
      })
    `,
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toHaveLength(1),
  },
  {
    title: 'a test that is repeated has a set of its own each time',
    runners: everyVitest,
    code: `
      const fx = useFixtures({ shop: operator() }, { scope: 'test' })
      const seen = new Set()
      test('repeated', { repeats: 2 }, () => { seen.add(fx.shop.operatorId) })
      test('and counted', () => expect(seen.size).toBe(3))
    `,
    operatorsMade: 4,
    holds: ({ passed }) => expect(passed).toHaveLength(2),
  },
  {
    title: 'a test that skips itself does not keep its set',
    runners: everyVitest,
    code: `
      const fx = useFixtures({ shop: operator() }, { scope: 'test' })
      test('skips itself', ({ skip }) => { if (fx.shop) skip() })
    `,
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toEqual([]),
  },
  {
    title: 'a describe that is skipped makes nothing',
    runners: everyRunner,
    code: `
      describe.skip('skipped', () => {
        useFixtures({ shop: operator() })
        test('never runs', () => {})
      })
      test.skip('skipped as well', () => {})
    `,
    operatorsMade: 0,
  },
]
