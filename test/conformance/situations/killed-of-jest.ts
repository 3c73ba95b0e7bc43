import { expect } from 'vitest'
import type { RunOptions } from '../../support/run-runner.ts'
import { everyJest, importsOfJest } from '../runners.ts'
import type { OwnSituation } from '../situation.ts'

const waits = `${importsOfJest}
const fx = useFixtures({ shop: operator() })
test('waits', async () => {
  process.stderr.write('the test waits for ' + fx.shop.operatorId)
  await new Promise((resolve) => setTimeout(resolve, 3_000))
}, 20_000)
`

const inWorkers = ['--maxWorkers=2']
const inBand = ['--runInBand']
// Jest starts workers for two files or more.
const files = { 'a.test.js': waits, 'b.test.js': waits }

function whileBothWait(kill: NodeJS.Signals): () => RunOptions {
  return () => ({
    args: inWorkers,
    async during(run) {
      await run.printed('the test waits for OP', 2)
      run.kill(kill)
    },
  })
}

function whileOneWaits(kill: NodeJS.Signals): () => RunOptions {
  return () => ({
    args: inBand,
    async during(run) {
      await run.printed('the test waits for OP')
      run.kill(kill)
    },
  })
}

// Before the file has an environment, and before the worker can hear of it.
const losesItsRunner = `
const runner = process.ppid
process.kill(runner, 'SIGKILL')
while (process.ppid === runner);
const from = (name, path) => require.resolve(name, { paths: [path] })
const environment = ['@jest/core', 'jest-config', 'jest-environment-node'].reduce((path, name) => from(name, path), from('jest', __dirname))
module.exports = require(environment)
`

const isKilledToo = `/** @jest-environment ./loses-its-runner.js */
${importsOfJest}
useFixtures({ shop: operator() })
test('is killed as well', () => {
  require('node:fs').writeFileSync('killed', '')
  process.kill(process.pid, 'SIGKILL')
})
`

const passing = { 'other.test.js': `test('passes', () => {})` }

/** Processes of Jest that end before their hooks have run: the reaper deletes what they made. */
export const killedOfJestSituations: readonly OwnSituation[] = [
  {
    title: 'a worker that begins a file when Jest is gone, and is killed then, does not keep its set',
    runners: everyJest,
    files: { 'a.test.js': isKilledToo, 'loses-its-runner.js': losesItsRunner, ...passing },
    run: (project) => ({
      args: inWorkers,
      async during() {
        await expect.poll(() => project.read('killed'), { timeout: 60_000 }).toBeDefined()
      },
    }),
    operatorsMade: 1,
    deletedWithinMs: 20_000,
  },
  {
    title: 'a worker of Jest that is killed does not keep its set',
    runners: everyJest,
    files: {
      'a.test.js': `${importsOfJest}
        useFixtures({ shop: operator() })
        test('is killed', () => { process.kill(process.pid, 'SIGKILL') })
      `,
      ...passing,
    },
    run: () => ({ args: inWorkers }),
    deletedWithinMs: 20_000,
    holds: ({ outcome, passed, counts }) => {
      expect([outcome.exitCode, passed]).toEqual([1, ['passes']])
      expect(counts.operatorsMade).toBeGreaterThan(0)
    },
  },
  {
    title: 'a test that ends the process of Jest itself does not keep the set',
    runners: everyJest,
    files: {
      'a.test.js': `${importsOfJest}
        useFixtures({ shop: operator() })
        test('exits', () => { process.exit(3) })
      `,
    },
    run: () => ({ args: inBand }),
    operatorsMade: 1,
    deletedWithinMs: 20_000,
    holds: ({ outcome }) => expect(outcome.exitCode).toBe(3),
  },
  {
    title: 'a run of Jest that Ctrl-C ends in a terminal does not keep its sets',
    runners: everyJest,
    needs: 'script',
    files,
    run: () => ({
      args: inWorkers,
      terminal: true,
      async during(run) {
        await run.printed('the test waits for OP', 2)
        run.type('\u0003')
      },
    }),
    operatorsMade: 2,
    deletedWithinMs: 20_000,
  },
  ...(['SIGTERM', 'SIGKILL'] as const).flatMap((signal) => [
    {
      title: `a run of Jest in one process that ${signal} ends does not keep its sets`,
      runners: everyJest,
      files,
      run: whileOneWaits(signal),
      operatorsMade: 1,
      deletedWithinMs: 20_000,
    },
    {
      title: `workers that go on when ${signal} has ended Jest do not keep their sets`,
      runners: everyJest,
      files,
      run: whileBothWait(signal),
      operatorsMade: 2,
      deletedWithinMs: 20_000,
    },
  ]),
]
