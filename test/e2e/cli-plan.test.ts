import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type CommandLineOptions, runCommandLine } from '../support/command-line.ts'
import { createInlineProject, type ProjectFiles } from '../support/inline-project.ts'

const root = join(import.meta.dirname, '../..')

// Plans files of a small project, from its folder.
async function plan(files: ProjectFiles, args: readonly string[], options: CommandLineOptions = {}) {
  const project = await createInlineProject(files)
  onTestFinished(() => project.remove())
  return await runCommandLine(['plan', ...args], { cwd: project.folder, ...options })
}

const fixtures = `
import { defineFixtures, operator, subscriber } from '@soracom-fixtures/vitest'
const shop = operator()
export const store = defineFixtures({ shop, meter: subscriber({ operator: shop, status: 'active' }) })
export const timeout = 5
`

const tree = [
  '2 fixtures, 4 calls, 4 in the longest chain',
  '└─ shop (operator) 1 call',
  '   └─ meter (subscriber) 3 calls',
]

test('the plan of each example is a tree', async () => {
  const files = ['first-fixture/test/meter.test.ts', 'billing/test/bill.test.ts', 'own-resource/test/service.test.ts']
  const cwd = join(root, 'examples')
  const { exitCode, stdout, stderr } = await runCommandLine(['plan', ...files], { cwd })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  const plans = stdout.trimEnd().split('\n\n')
  expect(plans[0]).toBe(['first-fixture/test/meter.test.ts:6', ...tree].join('\n'))
  expect(plans[1]).toMatch(/^billing\/test\/bill\.test\.ts:\d+\n6 fixtures, \d+ calls/)
  expect(plans[2]).toMatch(/^own-resource\/test\/service\.test\.ts:9\n5 fixtures, \d+ calls/)
  expect(plans).toHaveLength(3)
})

test('no target is touched, and none needs to be there', async () => {
  let connections = 0
  const server = createServer(() => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const env = { SORACOM_FIXTURES_TARGET: endpoint, SORACOM_ENDPOINT: endpoint }
  const outcome = await plan({ 'fixtures.ts': fixtures }, ['fixtures.ts'], { env })
  expect(outcome).toMatchObject({ exitCode: 0, stdout: `${['fixtures.ts, store', ...tree].join('\n')}\n`, stderr: '' })
  expect(connections).toBe(0)
})

test.each(['ts', 'mts', 'js', 'mjs'])(
  'a test file in .%s that imports its runner is planned without a run',
  async (type) => {
    const file = `a.test.${type}`
    const text = `import { useFixtures } from '@soracom-fixtures/vitest'
    import { describe, expect, test, vi } from 'vitest'
    import { store } from './fixtures.mjs'
    vi.mock('./nothing.ts', () => { throw new Error('this never runs') })
    await Promise.resolve()
    describe.each([1, 2])('%i', () => {
      useFixtures(store)
      test('a', () => { throw new Error('this never runs') })
    })`
    const { exitCode, stdout, stderr } = await plan({ [file]: text, 'fixtures.mjs': fixtures }, [file])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    const one = [`${file}:7`, ...tree].join('\n')
    expect(stdout).toBe(`${one}\n\n${one}\n`)
  },
)

test('a file for Jest is planned, with its globals or with imports of them', async () => {
  const files = {
    'a.test.cjs': `
      const { describe, jest } = require('@jest/globals')
      const { defineFixtures, operator } = require('@soracom-fixtures/core')
      jest.setTimeout(5)
      describe('imported', () => { exports.inside = defineFixtures({ shop: operator() }) })`,
    'b.test.ts': `
      import { useFixtures, operator } from '@soracom-fixtures/vitest'
      describe('global', () => { useFixtures({ shop: operator() }); test('a', () => {}) })`,
  }
  const { exitCode, stdout, stderr } = await plan(files, ['a.test.cjs', 'b.test.ts'])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(stdout.match(/^\S.*\n1 fixture/gm)).toEqual(['a.test.cjs, inside\n1 fixture', 'b.test.ts:3\n1 fixture'])
})

test('sets that are exported are planned under their names, and once if they are used too', async () => {
  const text = `${fixtures}
    import { useFixtures } from '@soracom-fixtures/vitest'
    export default store.with({ shop: operator({ authKey: true }) })
    useFixtures(store)`
  const { stdout } = await plan({ 'a.ts': text }, ['a.ts'])
  expect(stdout.match(/^a\.ts.*$/gm)).toEqual(['a.ts:9', 'a.ts, default export'])
})

test('as JSON a plan is data, with the problems of sets that have none', async () => {
  const text = `import { order, useFixtures } from '@soracom-fixtures/vitest'
    useFixtures({ cards: order({ items: [{ productCode: 'nothing' }] }) })`
  const { exitCode, stdout } = await plan({ 'a.test.ts': text, 'b.ts': fixtures }, [
    '--format',
    'json',
    'a.test.ts',
    'b.ts',
  ])
  expect(exitCode).toBe(1)
  expect(JSON.parse(stdout)).toEqual([
    {
      file: 'a.test.ts',
      sets: [
        {
          name: 'a.test.ts:2',
          problems: [
            expect.objectContaining({ name: 'cards', kind: 'order', message: expect.stringContaining('"nothing"') }),
          ],
        },
      ],
    },
    { file: 'b.ts', sets: [{ name: 'b.ts, store', plan: expect.objectContaining({ fixtures: 2, calls: 4 }) }] },
  ])
})

test('as Mermaid a plan is a chart', async () => {
  const { stdout } = await plan({ 'a.ts': fixtures }, ['a.ts', '--format=mermaid'])
  expect(stdout).toBe(
    `${['%% a.ts, store', 'flowchart LR', '  f0["shop<br/>operator, 1 call"]', '  f1["meter<br/>subscriber, 3 calls"]', '  f0 --> f1'].join('\n')}\n`,
  )
})

test('a set that is wrong is told with all its problems and their places, and others are still planned', async () => {
  const wrong = `import { order, subscriber, useFixtures } from '@soracom-fixtures/vitest'
    interface Unused { readonly a: number }
    const meter = subscriber({ subscription: 'plan-D', bundles: ['K2-500MB'] as never })
    const cards = order({ items: [{ productCode: 'nothing' }] })
    useFixtures({ meter, cards })`
  const { exitCode, stdout, stderr } = await plan({ 'a.test.ts': wrong, 'b.ts': fixtures }, ['a.test.ts', 'b.ts'])
  expect(exitCode).toBe(1)
  expect(stdout).toBe(`${['b.ts, store', ...tree].join('\n')}\n`)
  expect(stderr).toContain('soracom-fixtures: a.test.ts:5: The fixtures have 2 problems; nothing was created.')
  expect(stderr).toMatch(/meter \(subscriber\): plan-D cannot carry.*\n.*declared at .*a\.test\.ts:3:\d+\n/)
  expect(stderr).toMatch(/cards \(order\): .*"nothing".*\n.*declared at .*a\.test\.ts:4:\d+\n/)
})

test.each([
  ['missing.ts', undefined, 'there is no such file.'],
  ['node_modules', undefined, 'it is a folder. Name its files.'],
  ['a.ts', 'import {', /Unexpected token .*a\.ts/],
  ['a.ts', 'import "./nothing.ts"', /Cannot find module '.*nothing\.ts'\n/],
  ['a.ts', '\nnull.a', /Cannot read properties of null \(reading 'a'\) \(a\.ts:2\)\n/],
  ['a.js', '\nthrow "text"', "'text'\n"],
  [
    'a.js',
    'import { operator, useFixtures } from "@soracom-fixtures/vitest"\nconst { shop } = useFixtures({ shop: operator() })',
    'do not destructure it at the top of the file.',
  ],
])('%s with %j is told not to load, and others are still planned', async (file, text, message) => {
  const files = { 'b.ts': fixtures, ...(text !== undefined && { [file]: text }) }
  const { exitCode, stdout, stderr } = await plan(files, [file, 'b.ts'])
  expect(exitCode).toBe(1)
  const address = '(\\S+/docs/errors\\.md#fixture_not_ready\n)?'
  expect(stderr).toMatch(new RegExp(`^soracom-fixtures: ${file} could not be loaded: .+\n${address}$`))
  expect(stderr).toMatch(message)
  expect(stdout).toContain('b.ts, store')
})

test('a file without fixtures is said to have none, and what it leaves running does not keep the command', async () => {
  const { exitCode, stdout, stderr } = await plan({ 'a.ts': 'setInterval(() => {}, 1000)' }, ['a.ts'])
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' })
  expect(stderr).toBe('soracom-fixtures: a.ts uses no fixtures and exports none.\n')
})
