import { startEmulator } from '@soracom-fixtures/emulator'
import { expect, test } from 'vitest'
import { createInlineProject } from '../support/inline-project.ts'
import { createJestProject } from '../support/jest-project.ts'

const body = `
const shop = operator()
const meter = subscriber({ operator: shop, subscription: 'plan-D', status: 'active' })
const days = ['2026-10-01', '2026-10-03']
const usage = airStats({ subscriber: meter, days, daily: { 's1.fast': { upload: mib(5) }, 's1.minimum': { upload: 7 } } })
const fx = useFixtures({ shop, meter, usage })

test('bills and seeds', async () => {
  const { bills } = fx.shop
  const { totals, totalsByDay, totalsByMonth, expectedAmounts } = fx.usage
  const seed = { totals, totalsByDay, totalsByMonth, expectedAmounts }
  const latest = await bills.latest()
  expect({ seed, latest, month: await bills.month('2026-10'), list: await bills.list() }).toMatchSnapshot()
  expect({ daily: await bills.daily('2026-10'), items: await bills.byItem('2026-10') }).toMatchSnapshot()
})
`
const names = 'airStats, mib, operator, subscriber, useFixtures'

const runners = {
  Vitest: async () => {
    const project = await createInlineProject({
      'a.test.js': `import { expect, test } from 'vitest'\nimport { ${names} } from '@soracom-fixtures/vitest'\n${body}`,
    })
    return { ...project, run: project.runVitest }
  },
  Jest: async () => {
    const project = await createJestProject({
      'a.test.js': `const { ${names} } = require('@soracom-fixtures/jest')\n${body}`,
    })
    return { ...project, run: project.runJest }
  },
}

// Each run has an emulator, operators and SIMs of its own, and a time of its own within the day.
test.each(['Vitest', 'Jest'] as const)('snapshots of bills and seeds are the same in every run of %s', async (name) => {
  const project = await runners[name]()
  try {
    for (const [startTime, ...args] of [['2026-11-10T00:00:00Z', '-u'], ['2026-11-10T21:43:07Z']] as const) {
      await using emulator = await startEmulator({ startTime })
      const outcome = await project.run({ args, env: { SORACOM_FIXTURES_TARGET: emulator.endpoint } })
      expect(outcome.exitCode, outcome.text).toBe(0)
      expect(outcome.text).toMatch(args.length > 0 ? /2 (snapshots? )?written/ : /Tests:? +1 passed/)
    }
  } finally {
    await project.remove()
  }
})
