import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ProjectFiles, RunOutcome } from '../support/inline-project.ts'
import { createJestProject, type JestProject, type JestRunOptions } from '../support/jest-project.ts'

let emulator: Emulator
let project: JestProject | undefined

beforeEach(async () => {
  emulator = await startEmulator()
})

afterEach(async () => {
  await emulator.close()
  await project?.remove()
  project = undefined
})

async function run(files: ProjectFiles, options: JestRunOptions = {}): Promise<RunOutcome> {
  project = await createJestProject(files)
  return await project.runJest({ ...options, env: { SORACOM_FIXTURES_TARGET: emulator.endpoint } })
}

function statuses({ tests }: RunOutcome): readonly string[] {
  return tests.map(({ status }) => status)
}

describe('the scope run', () => {
  test('that could not be set up in one run is tried again by the next', async () => {
    const outcome = await run({
      'a.test.js': `
        const { defineFixtures, defineResource, operator, useFixtures } = require('@soracom-fixtures/jest')
        const shop = operator()
        const broken = defineResource({
          kind: 'broken',
          dependsOn: () => ({ shop }),
          create() { throw new Error('no luck today') },
        })
        const fx = useFixtures(defineFixtures({ shop, broken: broken() }, { scope: 'run' }))
        test('reads', () => { fx.shop })
      `,
    })
    expect(statuses(outcome)).toEqual(['failed'])
    await project?.runJest({ env: { SORACOM_FIXTURES_TARGET: emulator.endpoint } })
    expect(emulator.counts()).toMatchObject({ operatorsMade: 2, operatorsLeft: 0 })
  })

  const setting = `defineConfig({ emailDomain: 'jest.example.com' })`
  const asModule = `import { defineConfig } from '@soracom-fixtures/jest'\nexport default ${setting}`
  const asCommonJs = `const { defineConfig } = require('@soracom-fixtures/jest')\nmodule.exports = ${setting}`

  test.each([
    ['ts', asModule],
    ['mjs', asModule],
    ['js', asCommonJs],
  ])('is not needed for settings of a file .%s to be read inside a test file of CommonJS', async (extension, text) => {
    const outcome = await run({
      [`soracom-fixtures.config.${extension}`]: text,
      'a.test.js': `
        const { operator, useFixtures } = require('@soracom-fixtures/jest')
        const fx = useFixtures({ shop: operator() })
        test('is heeded', () => expect(fx.shop.email).toMatch(/@jest\\.example\\.com$/))
      `,
      '.env': 'SORACOM_FIXTURES_MAX_IN_FLIGHT=2',
    })
    expect(statuses(outcome)).toEqual(['passed'])
    expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
  })
})
