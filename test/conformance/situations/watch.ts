import type { LiveRun } from '../../support/run-runner.ts'
import type { VitestRunOptions } from '../../support/run-vitest.ts'
import { expectPrinted } from '../expect-printed.ts'
import { everyVitest, importsOfVitest, type SituationProject } from '../runners.ts'
import type { OwnSituation } from '../situation.ts'

const files = {
  'soracom-fixtures.config.ts': `
    import { defineFixtures, operator } from '@soracom-fixtures/vitest'
    export const store = defineFixtures({ shop: operator() }, { scope: 'run' })
  `,
  'vitest.config.js': `export default { test: { globalSetup: '@soracom-fixtures/vitest/global-setup' } }`,
  'a.test.ts': `${importsOfVitest}
    import { store } from './soracom-fixtures.config.ts'
    const fx = useFixtures(store)
    const own = useFixtures({ own: operator() })
    test('runs', () => { expect(own.own.operatorId).not.toBe(fx.shop.operatorId) })
  `,
}

const waiting = 'Waiting for file changes'

// Changes the file once and waits for the run after it.
async function runAgain({ write }: SituationProject, run: LiveRun): Promise<void> {
  await run.printed(waiting)
  await write('a.test.ts', files['a.test.ts'].replace(`'runs'`, `'runs again'`))
  await run.printed(waiting, 2)
}

function watch(keys: string): (project: SituationProject) => VitestRunOptions {
  return (project) => ({
    command: 'watch',
    terminal: true,
    async during(run) {
      await runAgain(project, run)
      run.type(keys)
    },
  })
}

/** Watching, in a terminal. */
export const watchSituations: readonly OwnSituation[] = [
  {
    title: 'watching makes the sets of a file anew for each run and keeps the run-wide one, and q ends it clean',
    runners: everyVitest,
    needs: 'script',
    files,
    run: watch('q'),
    operatorsMade: 3,
    holds: ({ outcome }) => expectPrinted(outcome, '3 operators made, none is left'),
  },
  {
    title: 'Ctrl-C while watching ends it clean',
    runners: ['Vitest 4.1'],
    needs: 'script',
    files,
    run: watch('\u0003'),
    operatorsMade: 3,
    holds: ({ outcome }) => expectPrinted(outcome, '3 operators made, none is left'),
  },
]
