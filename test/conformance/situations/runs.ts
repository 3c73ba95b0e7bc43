import { expect } from 'vitest'
import type { ProjectFiles } from '../../support/inline-project.ts'
import { everyJest, everyRunner, everyVitest } from '../runners.ts'
import type { OwnSituation } from '../situation.ts'

const passing = `
const fx = useFixtures({ shop: operator() })
test('passes', async () => { await fx.shop.client.operators.get(fx.shop.operatorId) })
`

const failing = `
const fx = useFixtures({ shop: operator() })
test('fails', () => { expect(fx.shop).toBe(1) })
test('comes after', () => {})
`

const filtered = `
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

// Test files by their names, for any runner.
function testFiles(codes: Readonly<Record<string, string>>): (imports: string) => ProjectFiles {
  return (imports) =>
    Object.fromEntries(Object.entries(codes).map(([name, code]) => [`${name}.test.js`, imports + code]))
}

/** Ways to run the runner. */
export const runSituations: readonly OwnSituation[] = [
  {
    title: 'a filter makes what the tests need that it leaves, and nothing for a file without any',
    runners: everyRunner,
    files: testFiles({ a: passing, b: filtered }),
    run: () => ({ args: ['-t', 'is wanted'] }),
    operatorsMade: 2,
    holds({ passed, outcome }) {
      expect(passed).toEqual(['this one is wanted'])
      expect(outcome.exitCode).toBe(0)
    },
  },
  {
    title: '--bail ends the run and does not keep the sets',
    runners: everyVitest,
    files: testFiles({ a: failing, b: passing, c: passing }),
    run: () => ({ args: ['--bail=1', '--maxWorkers=2'] }),
    holds({ passed, outcome, counts }) {
      expect(passed).not.toContain('comes after')
      expect(counts.operatorsMade).toBeGreaterThan(0)
      expect(outcome.exitCode).toBe(1)
    },
  },
  {
    title: '--bail does not keep the sets where a second worker fails while the first one is ended',
    runners: ['Vitest 4.1', 'Vitest 5.1'],
    // Vitest kills its workers at the second failure, as at a second Ctrl-C, in the middle of a teardown.
    files: testFiles({ a: failing, b: failing, c: failing }),
    run: () => ({ args: ['--bail=1', '--maxWorkers=2'] }),
    deletedWithinMs: 20_000,
  },
  {
    title: 'a shard makes the sets of its own files alone',
    runners: ['Vitest 4.1', ...everyJest],
    files: testFiles({ a: passing, b: passing }),
    run: () => ({ args: ['--shard=1/2'] }),
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toEqual(['passes']),
  },
  {
    title: 'files that share one worker (--no-isolate) have each their own sets',
    runners: everyVitest,
    files: testFiles({ a: passing, b: failing, c: passing }),
    run: () => ({ args: ['--no-isolate', '--no-file-parallelism'] }),
    operatorsMade: 3,
    holds: ({ passed }) => expect(passed).toEqual(['passes', 'comes after', 'passes']),
  },
]
