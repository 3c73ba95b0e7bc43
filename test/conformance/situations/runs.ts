import { expect } from 'vitest'
import { all, imports, type OwnSituation } from '../situation.ts'

const passing = `${imports}
const fx = useFixtures({ shop: operator() })
test('passes', async () => { await fx.shop.client.operators.get(fx.shop.operatorId) })
`

const failing = `${imports}
const fx = useFixtures({ shop: operator() })
test('fails', () => { expect(fx.shop).toBe(1) })
test('comes after', () => {})
`

const filtered = `${imports}
const fx = useFixtures({ shop: operator() })
describe('this one', () => {
  const own = useFixtures({ other: operator() })
  test('is wanted', () => { expect(own.other.operatorId).not.toBe(fx.shop.operatorId) })
  test('is not', () => {})
})
describe('that one', () => {
  useFixtures({ never: operator() })
  test('is not either', () => {})
})
`

/** Ways to run the runner. */
export const runSituations: readonly OwnSituation[] = [
  {
    title: 'a filter makes what the tests need that it leaves, and nothing for a file without any',
    versions: all,
    files: { 'a.test.ts': passing, 'b.test.ts': filtered },
    run: () => ({ args: ['-t', 'is wanted'] }),
    operatorsMade: 2,
    holds({ passed, outcome }) {
      expect(passed).toEqual(['this one is wanted'])
      expect(outcome.exitCode).toBe(0)
    },
  },
  {
    title: '--bail ends the run and does not keep the sets',
    versions: all,
    files: { 'a.test.ts': failing, 'b.test.ts': passing, 'c.test.ts': passing },
    run: () => ({ args: ['--bail=1', '--maxWorkers=2'] }),
    holds({ passed, outcome, counts }) {
      expect(passed).not.toContain('comes after')
      expect(counts.operatorsMade).toBeGreaterThan(0)
      expect(outcome.exitCode).toBe(1)
    },
  },
  {
    title: '--bail does not keep the sets where a second worker fails while the first one is ended',
    versions: ['4.1', '5.1'],
    notYet: 'Vitest kills its workers at the second failure, as at a second Ctrl-C, in the middle of a teardown',
    files: { 'a.test.ts': failing, 'b.test.ts': failing, 'c.test.ts': failing },
    run: () => ({ args: ['--bail=1', '--maxWorkers=2'] }),
    deletedWithinMs: 20_000,
  },
  {
    title: 'a shard makes the sets of its own files alone',
    versions: ['4.1'],
    files: { 'a.test.ts': passing, 'b.test.ts': passing },
    run: () => ({ args: ['--shard=1/2'] }),
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toEqual(['passes']),
  },
  {
    title: 'files that share one worker (--no-isolate) have each their own sets',
    versions: all,
    files: { 'a.test.ts': passing, 'b.test.ts': failing, 'c.test.ts': passing },
    run: () => ({ args: ['--no-isolate', '--no-file-parallelism'] }),
    operatorsMade: 3,
    holds: ({ passed }) => expect(passed).toEqual(['passes', 'comes after', 'passes']),
  },
]
