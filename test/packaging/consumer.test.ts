import { readdir, readFile } from 'node:fs/promises'
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

test('nothing that the packages bring along runs a script when it is installed, nor is an optional peer', async (context) => {
  const { folder } = consumer(context)
  const lock = JSON.parse(await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as InstalledPackages
  const ours = Object.keys(lock.packages).filter((path) => path.startsWith('node_modules/@soracom-fixtures/'))
  const brought = broughtBy(ours, lock)
  expect(ours.length).toBeGreaterThanOrEqual(6)
  expect(brought.length).toBeGreaterThan(ours.length)
  expect(brought.filter((path) => lock.packages[path]?.hasInstallScript)).toEqual([])
  expect(Object.keys(lock.packages)).not.toContain('node_modules/unstorage')
})

test.for(['soracom-fixtures', '@soracom-fixtures/vitest'])(
  'the example of the README of %s passes as a test on the installed packages',
  async (name, context) => {
    const project = consumer(context)
    const [, config = ''] = await examplesOf('@soracom-fixtures/vitest')
    const [example = ''] = await examplesOf(name)
    await project.write('readme.test.ts', example)
    await project.write('vitest.config.js', config)
    const { exitCode, stdout, stderr } = await project.run('npx', ['--no-install', 'vitest', 'run'])
    expect(exitCode, stdout + stderr).toBe(0)
    expect(stdout).toMatch(/Tests\s+1 passed/)
    expect(stderr).toMatch(/soracom-fixtures: 1 operator made, none is left/)
  },
)

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

test('soracom-fixtures brings no runner that the project has not', async (context) => {
  const names = await readdir(join(consumer(context).folder, 'node_modules'))
  expect(names).toEqual(expect.arrayContaining(['soracom-fixtures', 'vitest']))
  expect(names.filter((name) => /^(@?jest|expect)$/.test(name))).toEqual([])
})

test('the command line runs a command with an emulator beside it', async (context) => {
  const script = `fetch(process.env.SORACOM_ENDPOINT + '/_emulator/health').then(async (r) => console.log((await r.json()).status))`
  const args = ['--no-install', 'soracom-fixtures', 'emulator', 'exec', '--', 'node', '-e', script]
  const { exitCode, stdout, stderr } = await consumer(context).run('npx', args)
  expect({ exitCode, stdout }, stderr).toEqual({ exitCode: 0, stdout: 'ok\n' })
})

test.for([
  ['soracom-fixtures', /^planned\.test\.ts:6\n2 fixtures, /],
  ['@soracom-fixtures/vitest', /^planned\.test\.ts:8\n3 fixtures, /],
] as const)('the command line plans the example of the README of %s', async ([name, planned], context) => {
  const project = consumer(context)
  const [example = ''] = await examplesOf(name)
  await project.write('planned.test.ts', example)
  const { exitCode, stdout, stderr } = await project.run('npx', [
    '--no-install',
    'soracom-fixtures',
    'plan',
    'planned.test.ts',
  ])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(stdout).toMatch(planned)
})

interface InstalledPackages {
  readonly packages: Readonly<
    Record<
      string,
      { readonly dependencies?: Readonly<Record<string, string>>; readonly hasInstallScript?: boolean } | undefined
    >
  >
}

// The paths of packages and of everything that they depend on, as Node finds it; without peers, which users choose.
function broughtBy(paths: readonly string[], { packages }: InstalledPackages): string[] {
  const found = new Set<string>()
  const visit = (path: string): void => {
    if (found.has(path)) return
    found.add(path)
    for (const name of Object.keys(packages[path]?.dependencies ?? {})) visit(resolveFrom(path, name, packages))
  }
  paths.forEach(visit)
  return [...found]
}

function resolveFrom(path: string, name: string, packages: InstalledPackages['packages']): string {
  const nested = `${path}/node_modules/${name}`
  if (nested in packages) return nested
  const outer = path.lastIndexOf('/node_modules/')
  if (outer === -1) return `node_modules/${name}`
  return resolveFrom(path.slice(0, outer), name, packages)
}

test('what is for CommonJS is required without the help of require(esm)', async (context) => {
  const names = workspace.packages.flatMap(({ manifest }) =>
    Object.entries(manifest.exports)
      // The matchers ask for Jest's expect where they are loaded.
      .filter(([path, entry]) => JSON.stringify(entry).includes('"require"') && !path.endsWith('/matchers'))
      .map(([path]) => `${manifest.name}${path.slice(1)}`),
  )
  expect(names).toEqual(expect.arrayContaining(['@soracom-fixtures/core', 'soracom-fixtures/jest/global-setup']))
  const script = `
    const core = require('@soracom-fixtures/core')
    const { createClient } = require('@soracom-fixtures/client')
    for (const name of ${JSON.stringify(names)}) require(name)
    if (require('soracom-fixtures/jest').operator !== core.operator) throw new Error('not the same core')
    const { createSession } = require('@soracom-fixtures/core/engine')
    const session = createSession({ shop: core.operator() })
    session.setup().then(async ({ shop }) => {
      const operatorId = shop.operatorId
      await session.teardown()
      console.log(operatorId.slice(0, 2), typeof createClient)
    })`
  const outcome = await consumer(context).run('node', ['--no-experimental-require-module', '-e', script])
  expect(outcome).toEqual({ exitCode: 0, stdout: 'OP function\n', stderr: '' })
})

test('the schema of a rate card has the one name too, and is that of the emulator', async (context) => {
  const names = ['soracom-fixtures/emulator/rate-card.schema.json', '@soracom-fixtures/emulator/rate-card.schema.json']
  const script = `for (const name of ${JSON.stringify(names)}) console.log(JSON.stringify(require(name)))`
  const { stdout, stderr } = await consumer(context).run('node', ['-e', script])
  const [ofOneName = '', ofEmulator] = stdout.trim().split('\n')
  expect(ofOneName, stderr).toBe(ofEmulator)
  expect(JSON.parse(ofOneName)).toMatchObject({ title: 'Rate card of the emulator' })
})

test.for([
  ['a declaration', `(await import('@soracom-fixtures/vitest')).operator()`],
  ['the matchers', `await import('@soracom-fixtures/vitest/matchers')`],
])('a browser that gets %s is told that fixtures are made in Node', async ([, code = ''], context) => {
  const script = `globalThis.process = undefined; ${code}`
  const args = ['--conditions=browser', '--input-type=module', '--eval', script]
  const { exitCode, stderr } = await consumer(context).run('node', args)
  expect(exitCode).toBe(1)
  expect(stderr).toMatch(/was called in a browser .* fixtures are made in Node.* a project without `browser`/)
})

test.for([
  [
    'an import',
    `import { operator } from '@soracom-fixtures/core'
import { createSession } from '@soracom-fixtures/core/engine'`,
    'killed.mjs',
  ],
  [
    'a require',
    `const { operator } = require('@soracom-fixtures/core')
const { createSession } = require('@soracom-fixtures/core/engine')`,
    'killed.cjs',
  ],
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
  const matchers = await readFile(join(import.meta.dirname, '../types/matchers.types.ts'), 'utf8')
  const files = {
    'fixtures.types.ts': fixtures,
    'matchers.types.ts': matchers.replaceAll("'@soracom-fixtures/", "'soracom-fixtures/"),
    [path]: example,
  }
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
