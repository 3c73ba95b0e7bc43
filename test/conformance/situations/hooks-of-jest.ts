import { expect } from 'vitest'
import { expectPrinted } from '../expect-printed.ts'
import { everyJest } from '../runners.ts'
import type { SharedSituation } from '../situation.ts'

/** Where Jest's hooks do otherwise than those of Vitest. */
export const hooksOfJestSituations: readonly SharedSituation[] = [
  {
    title: 'beforeAll hooks that go on after a setup has failed get its error, and sets behind it make nothing of it',
    runners: everyJest,
    code: `
      const shop = operator()
      const broken = defineResource({
        kind: 'broken',
        dependsOn: () => ({ shop }),
        create() { throw new Error('no luck before the other hooks') },
      })()
      const fx = useFixtures({ shop, broken })
      const inside = useFixtures({ meter: subscriber({ operator: shop }) })
      const beside = useFixtures({ other: operator() })
      beforeAll(async () => {
        expect(() => fx.shop).toThrow('its set could not be set up')
        expect(() => inside.meter).toThrow('its set could not be set up')
        await beside.other.client.operators.get(beside.other.operatorId)
        console.log('the hook behind went on')
      })
      for (const name of ['one', 'two']) test(name, () => { console.log('a test ran all the same') })
    `,
    holds({ tests, passed, outcome }) {
      expect([tests.length, passed]).toEqual([2, []])
      expectPrinted(outcome, 'the hook behind went on')
      expect(outcome.text.includes('a test ran all the same')).toBe(false)
    },
  },
  {
    title: 'a beforeAll of the user that throws before ours, which Jest runs all the same, does not keep the set',
    runners: everyJest,
    code: `
      beforeAll(() => { throw new Error('before the fixtures') })
      useFixtures({ shop: operator() })
      test('never runs', () => {})
    `,
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toEqual([]),
  },
  {
    title: 'afterAll hooks of the user that throw before and after ours are told, and do not keep the set',
    runners: everyJest,
    code: `
      afterAll(() => { throw new Error('an afterAll before ours') })
      const fx = useFixtures({ shop: operator() })
      afterAll(() => { throw new Error('an afterAll behind ours') })
      test('passes', () => { fx.shop })
    `,
    operatorsMade: 1,
    holds({ passed, outcome }) {
      expect(passed).toEqual(['passes'])
      expectPrinted(outcome, 'an afterAll before ours')
      expectPrinted(outcome, 'an afterAll behind ours')
    },
  },
  {
    title: 'an afterAll that stands above ours calls with a handle, one below it finds the set deleted',
    runners: everyJest,
    code: `
      let fx
      afterAll(async () => {
        await fx.shop.client.operators.get(fx.shop.operatorId)
        console.log('above: it is there')
      })
      fx = useFixtures({ shop: operator() })
      afterAll(async () => {
        await expect(fx.shop.client.operators.get(fx.shop.operatorId)).rejects.toMatchObject({ status: 401 })
        console.log('below: it is gone')
      })
      test('passes', () => { fx.shop })
    `,
    operatorsMade: 1,
    holds({ outcome }) {
      expectPrinted(outcome, 'above: it is there')
      expectPrinted(outcome, 'below: it is gone')
    },
  },
  {
    title: 'sets in one file are deleted last first, though Jest runs afterAll hooks as they were written',
    runners: everyJest,
    code: `
      const shop = operator()
      const last = defineResource({
        kind: 'last',
        dependsOn: () => ({ shop }),
        create: () => 1,
        async destroy({ needs }) {
          await needs.shop.client.operators.get(needs.shop.operatorId)
          console.log('the last one went while its operator was there')
        },
      })
      useFixtures({ shop })
      useFixtures({ last: last() })
      test('passes', () => {})
    `,
    operatorsMade: 1,
    holds: ({ outcome }) => expectPrinted(outcome, 'the last one went while its operator was there'),
  },
  {
    title: 'jest.setTimeout does not cut a setup or a teardown short',
    runners: everyJest,
    code: `
      jest.setTimeout(1)
      const fx = useFixtures({ shop: operator(), meter: subscriber({ subscription: 'plan-D' }) })
      test('runs', () => { fx.meter }, 1_000)
    `,
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toEqual(['runs']),
  },
  {
    title: 'a failing test that jest.retryTimes repeats does not make its set again, one with its own set does',
    runners: everyJest,
    code: `
      jest.retryTimes(2)
      let tries = 0
      describe('of the file', () => {
        const fx = useFixtures({ shop: operator() })
        test('passes at last', () => {
          tries += 1
          expect([tries, typeof fx.shop.operatorId]).toEqual([3, 'string'])
        })
      })
      describe('of its own', () => {
        const own = useFixtures({ shop: operator() }, { scope: 'test' })
        const seen = new Set()
        test('passes at last', () => { expect(seen.add(own.shop.operatorId).size).toBe(3) })
      })
    `,
    operatorsMade: 4,
    holds: ({ passed }) => expect(passed).toEqual(['of the file passes at last', 'of its own passes at last']),
  },
  {
    title: 'no test of Jest passes without its fixture when it is repeated',
    runners: everyJest,
    code: `
      jest.retryTimes(2)
      const shop = operator()
      const broken = defineResource({
        kind: 'broken',
        dependsOn: () => ({ shop }),
        create() { throw new Error('no luck with repeats') },
      })()
      useFixtures({ shop, broken })
      test('it', () => {})
    `,
    operatorsMade: 1,
    holds: ({ tests, passed }) => expect([tests.length, passed]).toEqual([1, []]),
  },
  {
    title: 'a describe that Jest repeats with all its hooks has a new set each time',
    runners: ['Jest 30'],
    code: `
      const seen = new Set()
      describe('again', () => {
        jest.retryTimes(1, { entireDescribe: true })
        const fx = useFixtures({ shop: operator() })
        test('as a whole', async () => {
          await fx.shop.client.operators.get(fx.shop.operatorId)
          expect(seen.add(fx.shop.operatorId).size).toBe(2)
        })
      })
    `,
    operatorsMade: 2,
    holds: ({ passed }) => expect(passed).toEqual(['again as a whole']),
  },
  {
    title: 'tests that Jest runs side by side share the set of their file, and have none of their own',
    runners: everyJest,
    code: `
      const shop = operator()
      const fx = useFixtures({ shop })
      const own = useFixtures({ sim: subscriber({ operator: shop }) }, { scope: 'test' })
      for (const name of ['one', 'two']) {
        test.concurrent(name, async () => {
          expect(await fx.shop.client.operators.get(fx.shop.operatorId)).toMatchObject({ email: fx.shop.email })
          expect(() => own.sim).toThrow('A test.concurrent has none of its own')
        })
      }
    `,
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toEqual(['one', 'two']),
  },
]
