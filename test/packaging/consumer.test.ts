import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, expect, type TestContext, test, vi } from 'vitest'
import { type Consumer, installConsumer } from './install-consumer.ts'
import { type PackedWorkspace, packPackages } from './pack-packages.ts'

let workspace: PackedWorkspace
let installed: Consumer | { readonly reason: string }

beforeAll(async () => {
  workspace = await packPackages()
  installed = await installConsumer(workspace.packages)
  if ('reason' in installed) console.log(`Skipped: everything on an installed project, since ${installed.reason}`)
})

afterAll(async () => {
  if (installed && 'remove' in installed) await installed.remove()
  await workspace?.[Symbol.asyncDispose]()
})

// The installed project; skips the test where there is none.
function consumer({ skip }: TestContext): Consumer {
  return 'reason' in installed ? skip(installed.reason) : installed
}

test('the example of the README passes as a test on the installed packages', async (context) => {
  const project = consumer(context)
  const [example = '', config = ''] = await examplesOf('@soracom-fixtures/vitest')
  await project.write('readme.test.ts', example)
  await project.write('vitest.config.js', config)
  const { exitCode, stdout, stderr } = await project.run('npx', ['--no-install', 'vitest', 'run'])
  expect(exitCode, stdout + stderr).toBe(0)
  expect(stdout).toMatch(/Tests\s+1 passed/)
  expect(stderr).toMatch(/soracom-fixtures: 1 operator made, none is left/)
})

test.for([
  ['@soracom-fixtures/api', [/'D-500MB'[\s\S]*true\n/, /^shop@example\.com\n$/]],
  ['@soracom-fixtures/core', [/^2 fixtures, 4 calls, [\s\S]*\nactive\n$/]],
  ['@soracom-fixtures/emulator', [/^OP\d+\n\{[\s\S]* operatorsLeft: 1,\s+calls: 1\s\}\n$/]],
] as const)('the examples of the README of %s print what they say', async ([name, wanted], context) => {
  const project = consumer(context)
  const examples = await examplesOf(name)
  expect(examples).toHaveLength(wanted.length)
  for (const [index, example] of examples.entries()) {
    await project.write('example.js', example)
    const { exitCode, stdout, stderr } = await project.run('node', ['example.js'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(wanted[index] ?? /^$/)
  }
})

test('the command line runs a command with an emulator beside it', async (context) => {
  const script = `fetch(process.env.SORACOM_ENDPOINT + '/_emulator/health').then(async (r) => console.log((await r.json()).status))`
  const args = ['--no-install', 'soracom-fixtures', 'emulator', 'exec', '--', 'node', '-e', script]
  const { exitCode, stdout, stderr } = await consumer(context).run('npx', args)
  expect({ exitCode, stdout }, stderr).toEqual({ exitCode: 0, stdout: 'ok\n' })
})

test('the command line plans the example of the README', async (context) => {
  const project = consumer(context)
  const [example = ''] = await examplesOf('@soracom-fixtures/vitest')
  await project.write('planned.test.ts', example)
  const { exitCode, stdout, stderr } = await project.run('npx', [
    '--no-install',
    'soracom-fixtures',
    'plan',
    'planned.test.ts',
  ])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(stdout).toMatch(/^planned\.test\.ts:8\n3 fixtures, /)
})

test('what is for CommonJS is required without the help of require(esm)', async (context) => {
  const names = workspace.packages
    .filter(({ manifest }) => JSON.stringify(manifest.exports).includes('"require"'))
    .map(({ manifest }) => manifest.name)
  expect(names).toContain('@soracom-fixtures/core')
  const script = `
    const core = require('@soracom-fixtures/core')
    const { createClient } = require('@soracom-fixtures/client')
    for (const name of ${JSON.stringify(names)}) require(name)
    const session = core.createSession({ shop: core.operator() })
    session.setup().then(async ({ shop }) => {
      const operatorId = shop.operatorId
      await session.teardown()
      console.log(operatorId.slice(0, 2), typeof createClient)
    })`
  const outcome = await consumer(context).run('node', ['--no-experimental-require-module', '-e', script])
  expect(outcome).toEqual({ exitCode: 0, stdout: 'OP function\n', stderr: '' })
})

test.for([
  [
    'an import',
    `import { operator } from '@soracom-fixtures/core'
import { createSession } from '@soracom-fixtures/core/engine'`,
    'killed.mjs',
  ],
  ['a require', `const { createSession, operator } = require('@soracom-fixtures/core')`, 'killed.cjs'],
] as const)(
  'the reaper cleans up after a process that was killed, started by %s',
  async ([, imports, path], context) => {
    const project = consumer(context)
    await using emulator = await startEmulator()
    const config = JSON.stringify({ target: emulator.endpoint })
    await project.write(
      path,
      `${imports}\ncreateSession({ shop: operator() }, { config: ${config} }).setup().then(() => process.kill(process.pid, 'SIGKILL'))`,
    )
    await project.run('node', [path])
    expect(emulator.counts().operatorsMade).toBe(1)
    await vi.waitFor(() => expect(emulator.counts().operatorsLeft).toBe(0), { timeout: 30_000 })
  },
)

// The second file is CommonJS by its name: TypeScript lets it import an ESM package where Node does.
test.for([
  ['nodenext', 'commonjs.cts'],
  ['bundler', 'example.ts'],
] as const)('the types are right with moduleResolution %s', async ([moduleResolution, path], context) => {
  const fixtures = await readFile(join(import.meta.dirname, '../types/fixtures.types.ts'), 'utf8')
  const [example = ''] = await examplesOf('@soracom-fixtures/vitest')
  const files = { 'fixtures.types.ts': fixtures, [path]: example }
  const outcome = await typeCheck(consumer(context), moduleResolution, files)
  expect(outcome).toEqual({ exitCode: 0, stdout: '', stderr: '' })
})

// The programs in a package's README.
async function examplesOf(name: string): Promise<string[]> {
  const { folder } = workspace.packages.find(({ manifest }) => manifest.name === name) ?? { folder: '' }
  const text = await readFile(join(folder, 'README.md'), 'utf8')
  return [...text.matchAll(/^```[jt]s\n(.*?)^```$/gms)].map(([, example = '']) => example)
}

// A consumer's compiler. The packages' own declarations are checked by test/types.
async function typeCheck(project: Consumer, moduleResolution: string, files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) await project.write(path, text)
  const module = moduleResolution === 'bundler' ? 'esnext' : 'nodenext'
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2023',
    module,
    moduleResolution,
    skipLibCheck: true,
  }
  const config = `tsconfig.${moduleResolution}.json`
  await project.write(config, JSON.stringify({ compilerOptions, files: Object.keys(files) }))
  return await project.run(process.execPath, [join(project.folder, 'node_modules/typescript/bin/tsc'), '-p', config])
}
