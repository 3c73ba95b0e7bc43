import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { runCommandLine } from '../support/command-line.ts'
import { createInlineProject, type InlineProject } from '../support/inline-project.ts'

let project: InlineProject

afterEach(async () => {
  await project.remove()
})

const files = {
  'vitest.config.js': `export default { test: { globalSetup: '@soracom-fixtures/vitest/global-setup' } }`,
  'a.test.ts': `
    import { expect, test } from 'vitest'
    import { operator, subscriber, useFixtures } from '@soracom-fixtures/vitest'
    const shop = operator()
    const fx = useFixtures({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D', status: 'active' }) })
    test('it is there', () => expect(fx.meter.status).toBe('active'))
  `,
}

test('what is asked to be shown is shown, past the runner’s buffering', async () => {
  project = await createInlineProject(files)
  const { exitCode, stderr } = await project.runVitest({ env: { SORACOM_FIXTURES_SHOW: 'calls' } })
  expect(exitCode).toBe(0)
  expect(stderr).toContain('soracom-fixtures: a.test.ts: plan\n2 fixtures, 4 calls, 4 in the longest chain')
  expect(stderr).toMatch(/a\.test\.ts: {3}POST \/sandbox\/init → 201 \(\d+ ms, shop\)/)
  expect(stderr).toMatch(/a\.test\.ts: meter … bringing SIM 00101\d{10} to status active/)
  expect(stderr).toMatch(/a\.test\.ts: meter ✓ \d+\.\d s/)
  expect(stderr).toMatch(/a\.test\.ts: deleted operator OP\d{10}/)
})

test('events are written to a file as lines of JSON, without a secret', async () => {
  project = await createInlineProject(files)
  const events = join(project.folder, 'events.ndjson')
  await project.runVitest({ env: { SORACOM_FIXTURES_EVENTS: events } })
  const text = await readFile(events, 'utf8')
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; user: string })
  expect(lines[0]).toMatchObject({ type: 'target', user: 'a.test.ts' })
  expect(lines.filter(({ type }) => type === 'fixture-ready')).toHaveLength(2)
  expect(lines.at(-1)).toMatchObject({ type: 'teardown-ended', ok: true })
  expect(text).not.toMatch(/secret-|api-[0-9a-f]{8}|eyJ/)
})

test('the page of a GitHub job gets a summary, and later plans say how long they may take', async () => {
  project = await createInlineProject(files)
  const page = join(project.folder, 'summary.md')
  await project.runVitest({ env: { GITHUB_STEP_SUMMARY: page } })
  expect(await readFile(page, 'utf8')).toMatch(/\| 1 \| 1 \| 0 \| 5 \| 1 \| 0 \| \d+\.\d s \|/)
  const { stdout } = await runCommandLine(['plan', 'a.test.ts'], { cwd: project.folder })
  expect(stdout).toMatch(/4 in the longest chain; about \d+\.\d s by earlier runs/)
})
