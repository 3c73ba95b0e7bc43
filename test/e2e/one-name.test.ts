import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { cleanEnvironment, createInlineProject } from '../support/inline-project.ts'
import { createJestProject, type JestVersion } from '../support/jest-project.ts'

const run = promisify(execFile)
const projects: { remove(): Promise<void> }[] = []

afterEach(async () => {
  for (const project of projects.splice(0)) await project.remove()
})

const body = `
const shop = operator()
const meter = subscriber({ operator: shop, subscription: 'plan-D', status: 'active' })
const fx = useFixtures({ shop, meter })
test('the meter is active', async () => {
  expect(await fx.shop.client.subscribers.get(fx.meter.imsi)).toMatchObject({ status: 'active' })
})
`
const matcher = `
test('a matcher is there', async () => {
  await expect(fx.meter).toHaveSubscriberStatus('active')
})
`
const summary = 'soracom-fixtures: 1 operator made, none is left'

test.each(['3.2', '4.1', '5.1'] as const)('soracom-fixtures/vitest is all that Vitest %s needs', async (vitest) => {
  const config = { globalSetup: 'soracom-fixtures/vitest/global-setup', setupFiles: 'soracom-fixtures/vitest/matchers' }
  const files = {
    'vitest.config.js': `export default { test: ${JSON.stringify(config)} }`,
    'meter.test.js': `
import { operator, subscriber, useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'
${body}${matcher}`,
  }
  const project = await createInlineProject(files, { vitest })
  projects.push(project)
  const { exitCode, text } = await project.runVitest()
  expect(exitCode, text).toBe(0)
  expect(text).toContain('2 passed')
  expect(text).toContain(summary)
})

describe.each(['29', '30'] as JestVersion[])('soracom-fixtures/jest is all that Jest %s needs', (version) => {
  const config = {
    transform: {},
    globalSetup: 'soracom-fixtures/jest/global-setup',
    globalTeardown: 'soracom-fixtures/jest/global-teardown',
    setupFilesAfterEnv: ['soracom-fixtures/jest/matchers'],
  }
  const names = 'operator, subscriber, useFixtures'

  test.each([
    ['in CommonJS', 'commonjs', `const { ${names} } = require('soracom-fixtures/jest')`, []],
    ['in ES modules', 'module', `import { ${names} } from 'soracom-fixtures/jest'`, ['--experimental-vm-modules']],
  ])('%s', async (_, type, imports, nodeArgs) => {
    const files = {
      'package.json': JSON.stringify({ type }),
      'jest.config.json': JSON.stringify(config),
      'meter.test.js': `${imports}\n${body}${matcher}`,
    }
    const project = await createJestProject(files, version)
    projects.push(project)
    const { exitCode, text } = await project.runJest({ nodeArgs })
    expect(exitCode, text).toBe(0)
    expect(text).toContain('2 passed')
    expect(text).toContain(summary)
  })
})

test.each([
  ['import', 'mjs', `import { startEmulator } from 'soracom-fixtures/emulator'`],
  ['require', 'cjs', `const { startEmulator } = require('soracom-fixtures/emulator')`],
])('soracom-fixtures/emulator starts an emulator by %s', async (_, extension, imports) => {
  const script = `${imports}
startEmulator().then(async (emulator) => {
  const { status } = await fetch(emulator.endpoint + '/_emulator/health')
  await emulator.close()
  console.log(status)
})`
  const project = await createInlineProject({ [`start.${extension}`]: script })
  projects.push(project)
  const options = { cwd: project.folder, env: cleanEnvironment() }
  const { stdout } = await run(process.execPath, [`start.${extension}`], options)
  expect(stdout).toBe('200\n')
})
