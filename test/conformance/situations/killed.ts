import process from 'node:process'
import { expect } from 'vitest'
import type { RunOptions } from '../../support/run-runner.ts'
import { expectPrinted } from '../expect-printed.ts'
import { everyVitest, importsOfVitest } from '../runners.ts'
import type { OwnSituation, Seen } from '../situation.ts'

const waits = `${importsOfVitest}
const fx = useFixtures({ shop: operator() })
test('waits', async () => {
  process.stderr.write('the test waits for ' + fx.shop.operatorId + ' in process ' + process.pid + '.')
  await new Promise((resolve) => setTimeout(resolve, 3_000))
})
`

function whileTheTestWaits(kill: NodeJS.Signals): () => RunOptions {
  return () => ({
    async during(run) {
      await run.printed('the test waits for OP')
      run.kill(kill)
    },
  })
}

// Left alone, a worker of Vitest 3 spins without end when its runner is gone.
async function workerIsGone({ outcome }: Seen): Promise<void> {
  const [, pid] = /in process (\d+)\./.exec(outcome.text) ?? []
  expect(pid).toBeDefined()
  await expect.poll(() => isThere(Number(pid)), { timeout: 20_000 }).toBe(false)
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    expect(error).toMatchObject({ code: 'ESRCH' })
    return false
  }
}

/** Processes that end before their hooks have run: the reaper deletes what they made. */
export const killedSituations: readonly OwnSituation[] = [
  {
    title: 'a worker that is killed does not keep its set',
    runners: everyVitest,
    files: {
      'a.test.ts': `${importsOfVitest}
        useFixtures({ shop: operator() })
        test('is killed', () => { process.kill(process.pid, 'SIGKILL') })
      `,
    },
    run: () => ({ args: ['--pool=forks'] }),
    operatorsMade: 1,
    deletedWithinMs: 20_000,
    holds: ({ outcome }) => expect(outcome.exitCode).toBe(1),
  },
  {
    title: 'what a killed worker has left is deleted by the global teardown, and counted',
    // Vitest 3 ends at once, without a global teardown.
    runners: ['Vitest 4.1', 'Vitest 5.1'],
    files: {
      'vitest.config.js': `export default { test: { globalSetup: '@soracom-fixtures/vitest/global-setup' } }`,
      'a.test.ts': `${importsOfVitest}
        useFixtures({ shop: operator() })
        test('is killed', () => { process.kill(process.pid, 'SIGKILL') })
      `,
    },
    run: () => ({ args: ['--pool=forks'] }),
    operatorsMade: 1,
    holds: ({ outcome }) => {
      expectPrinted(outcome, 'soracom-fixtures: deleted 1 operator of crashed processes')
      expectPrinted(outcome, 'soracom-fixtures: 1 operator made, none is left')
    },
  },
  {
    title: 'a run that Ctrl-C ends in a terminal does not keep its sets',
    runners: everyVitest,
    needs: 'script',
    files: { 'a.test.ts': waits },
    run: () => ({
      terminal: true,
      async during(run) {
        await run.printed('the test waits for OP')
        run.type('\u0003')
      },
    }),
    operatorsMade: 1,
    deletedWithinMs: 20_000,
    holds: workerIsGone,
  },
  {
    title: 'a run that SIGTERM ends does not keep its sets',
    runners: everyVitest,
    files: { 'a.test.ts': waits },
    run: whileTheTestWaits('SIGTERM'),
    operatorsMade: 1,
    deletedWithinMs: 20_000,
    holds: workerIsGone,
  },
  {
    title: 'a run that SIGKILL ends does not keep its sets',
    runners: everyVitest,
    files: { 'a.test.ts': waits },
    run: whileTheTestWaits('SIGKILL'),
    operatorsMade: 1,
    deletedWithinMs: 20_000,
    holds: workerIsGone,
  },
]
