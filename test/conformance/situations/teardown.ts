import { expect } from 'vitest'
import { expectPrinted } from '../expect-printed.ts'
import { everyJest, everyRunner, everyVitest } from '../runners.ts'
import type { SharedSituation } from '../situation.ts'

/** A teardown that something stands in the way of. */
export const teardownSituations: readonly SharedSituation[] = [
  {
    title: 'a teardown that throws does not stop the others, and the failure of a test is told as well',
    runners: everyRunner,
    code: `
      const shop = operator()
      const sticky = defineResource({
        kind: 'sticky',
        dependsOn: () => ({ shop }),
        create: () => 1,
        destroy() { throw new Error('it will not go') },
      })()
      const loose = defineResource({
        kind: 'loose',
        dependsOn: () => ({ shop }),
        create: () => 1,
        destroy() { console.log('the loose one is gone') },
      })()
      useFixtures({ shop, sticky, loose })
      test('fails by itself', () => { throw new Error('the failure of the test itself') })
      test('passes', () => {})
    `,
    operatorsMade: 1,
    holds({ passed, outcome, tests }) {
      expect(passed).toEqual(['passes'])
      expect(tests[0]?.messages.join()).toContain('the failure of the test itself')
      expectPrinted(outcome, 'still there: sticky sticky: it will not go')
      expectPrinted(outcome, 'the loose one is gone')
    },
  },
  {
    title: 'an afterAll of the user that throws after ours is told',
    runners: everyVitest,
    code: `
      afterAll(() => { throw new Error('an afterAll behind ours') })
      useFixtures({ shop: operator() })
      test('passes', () => {})
    `,
    operatorsMade: 1,
    holds: ({ outcome }) => expectPrinted(outcome, 'an afterAll behind ours'),
  },
  {
    title: 'an afterAll of the user that throws before ours does not keep the set of a file',
    runners: ['Vitest 4.1', 'Vitest 5.1'],
    code: `
      useFixtures({ shop: operator() })
      afterAll(() => { throw new Error('an afterAll before ours') })
      test('passes', () => {})
    `,
    operatorsMade: 1,
    holds: ({ outcome }) => expectPrinted(outcome, 'an afterAll before ours'),
  },
  {
    title: 'an afterAll of the user that throws before ours does not keep the set in Vitest 3',
    runners: ['Vitest 3.2'],
    // Vitest before 4.1 runs no afterAll after one that threw, and knows no aroundAll: the reaper does it.
    deletedWithinMs: 20_000,
    code: `
      useFixtures({ shop: operator() })
      afterAll(() => { throw new Error('an afterAll before ours') })
      test('passes', () => {})
    `,
    operatorsMade: 1,
  },
  {
    title: 'an afterAll of the user that throws before ours does not keep the set of a describe',
    runners: ['Vitest 4.1', 'Vitest 5.1', ...everyJest],
    code: `
      describe('inside', () => {
        useFixtures({ shop: operator() })
        afterAll(() => { throw new Error('an afterAll in a describe') })
        test('passes', () => {})
      })
      describe('beside', () => {
        const fx = useFixtures({ shop: operator() })
        test('passes too', () => { fx.shop })
      })
    `,
    operatorsMade: 2,
    holds: ({ passed }) => expect(passed).toEqual(['inside passes', 'beside passes too']),
  },
  {
    title: 'an afterEach of the user that throws does not keep the set of a test',
    runners: everyRunner,
    code: `
      const fx = useFixtures({ shop: operator() }, { scope: 'test' })
      afterEach(() => { throw new Error('an afterEach before ours') })
      for (const name of ['one', 'two']) test(name, () => { fx.shop })
    `,
    operatorsMade: 2,
    holds: ({ outcome }) => expectPrinted(outcome, 'an afterEach before ours'),
  },
  {
    title: 'a test that hangs until its timeout does not keep the set',
    runners: everyRunner,
    code: `
      const fx = useFixtures({ shop: operator() })
      test('hangs', () => new Promise(() => {}), 50)
      test('runs all the same', () => { fx.shop })
    `,
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toEqual(['runs all the same']),
  },
  {
    title: 'a test that hangs until its timeout does not keep its own set',
    runners: everyRunner,
    code: `
      const fx = useFixtures({ shop: operator() }, { scope: 'test' })
      test('hangs', () => new Promise(() => {}), 50)
      test('runs all the same', () => { fx.shop })
    `,
    operatorsMade: 2,
    holds: ({ passed }) => expect(passed).toEqual(['runs all the same']),
  },
  {
    title: 'a test that calls process.exit does not keep the set',
    runners: everyVitest,
    code: `
      const fx = useFixtures({ shop: operator() })
      test('exits', () => { process.exit(3) })
      test('runs all the same', () => { fx.shop })
    `,
    operatorsMade: 1,
    holds: ({ outcome }) => expectPrinted(outcome, 'process.exit unexpectedly called'),
  },
]
