import { expect } from 'vitest'
import type { RunOptions } from '../../support/run-vitest.ts'
import { all, imports, type OwnSituation } from '../situation.ts'

const waits = `${imports}
const fx = useFixtures({ shop: operator() })
test('waits', async () => {
  process.stderr.write('the test waits for ' + fx.shop.operatorId)
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

/** Processes that end before their hooks have run: the reaper deletes what they made. */
export const killedSituations: readonly OwnSituation[] = [
  {
    title: 'a worker that is killed does not keep its set',
    versions: all,
    files: {
      'a.test.ts': `${imports}
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
    title: 'a run that Ctrl-C ends in a terminal does not keep its sets',
    versions: all,
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
  },
  {
    title: 'a run that SIGTERM ends does not keep its sets',
    versions: all,
    files: { 'a.test.ts': waits },
    run: whileTheTestWaits('SIGTERM'),
    operatorsMade: 1,
    deletedWithinMs: 20_000,
  },
  {
    title: 'a run that SIGKILL ends does not keep its sets',
    versions: all,
    files: { 'a.test.ts': waits },
    run: whileTheTestWaits('SIGKILL'),
    operatorsMade: 1,
    deletedWithinMs: 20_000,
  },
]
