import { expect } from 'vitest'
import type { LiveRun } from '../../support/run-runner.ts'
import { everyJest, importsOfJest, type SituationProject } from '../runners.ts'
import type { OwnSituation } from '../situation.ts'

const files = {
  'soracom-fixtures.config.js': `
    const { defineFixtures, operator } = require('@soracom-fixtures/jest')
    exports.store = defineFixtures({ shop: operator() }, { scope: 'run' })
  `,
  'jest.config.json': JSON.stringify({
    transform: {},
    globalSetup: '@soracom-fixtures/jest/global-setup',
    globalTeardown: '@soracom-fixtures/jest/global-teardown',
  }),
  'a.test.js': `${importsOfJest}
    const { store } = require('./soracom-fixtures.config.js')
    const fx = useFixtures(store)
    const own = useFixtures({ own: operator() })
    test('runs', async () => {
      expect(own.own.operatorId).not.toBe(fx.shop.operatorId)
      await fx.shop.client.operators.get(fx.shop.operatorId)
    })
  `,
}

const waiting = 'Watch Usage'
const summary = /soracom-fixtures: \d+ operators? made, [^;]*/g

// Changes the file once and waits for the run after it.
async function runAgain({ write }: SituationProject, run: LiveRun): Promise<void> {
  await run.printed(waiting)
  await write('a.test.js', files['a.test.js'].replace(`'runs'`, `'runs again'`))
  await run.printed('2 operators made, none is left', 2)
  await run.printed(waiting, 2)
}

/** Watching with Jest, in a terminal: the global setup and teardown are called for every run. */
export const watchOfJestSituations: readonly OwnSituation[] = [
  {
    title: 'watching with Jest makes the run-wide set anew for each run, and q ends it clean',
    runners: everyJest,
    needs: 'script',
    files,
    run: (project) => ({
      args: ['--watchAll'],
      terminal: true,
      async during(run) {
        await runAgain(project, run)
        run.type('q')
      },
    }),
    operatorsMade: 4,
    holds: ({ outcome }) =>
      expect(outcome.text.match(summary)).toEqual(
        Array.from({ length: 2 }, () => 'soracom-fixtures: 2 operators made, none is left'),
      ),
  },
  {
    title: 'a run that a key ends in the middle while watching with Jest does not keep its sets',
    runners: everyJest,
    needs: 'script',
    files: {
      ...files,
      'a.test.js': files['a.test.js'].replace(
        `async () => {`,
        `async () => {
          process.stderr.write('the test waits for ' + own.own.operatorId)
          await new Promise((resolve) => setTimeout(resolve, 3_000))
        `,
      ),
    },
    run: () => ({
      args: ['--watchAll'],
      terminal: true,
      async during(run) {
        await run.printed('the test waits for OP')
        run.type('\u0003')
      },
    }),
    operatorsMade: 2,
    deletedWithinMs: 20_000,
  },
]
