import { execFile } from 'node:child_process'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest'
import { cleanEnvironment } from '../support/inline-project.ts'
import { type Consumer, installConsumer } from './install-consumer.ts'
import { type PackedWorkspace, packPackages } from './pack-packages.ts'

const run = promisify(execFile)

let workspace: PackedWorkspace
let installed: Consumer | { readonly reason: string }

beforeAll(async () => {
  workspace = await packPackages()
  installed = await installConsumer(workspace.packages, { besides })
  if ('reason' in installed) console.log(`Skipped: setting projects up, since ${installed.reason}`)
})

afterAll(async () => {
  if (installed && 'remove' in installed) await installed.remove()
  await workspace?.[Symbol.asyncDispose]()
})

// What the projects choose from.
const besides = [
  'vitest@4.1.12',
  'jest@30.5.2',
  'ts-jest@29.4.15',
  'typescript@5.9.3',
  '@types/jest@30.0.0',
  '@types/node@20.19.0',
]

interface Case {
  readonly type: 'module' | 'commonjs'
  readonly dependencies: readonly string[]
  readonly files?: Readonly<Record<string, string>>
  readonly manifest?: object
  /** Every file that is written, `package.json` apart. */
  readonly written: readonly string[]
}

const tsconfig = (options: object) =>
  JSON.stringify({ compilerOptions: { strict: true, skipLibCheck: true, ...options } })
const bundler = tsconfig({ module: 'esnext', moduleResolution: 'bundler', target: 'es2023', noEmit: true })
const own = `import { expect, test } from 'vitest'\ntest('sums', () => expect(1 + 1).toBe(2))\n`
const workflow = '.github/workflows/test.yml'

const cases: Readonly<Record<string, Case>> = {
  'Vitest, JavaScript, ES modules': {
    type: 'module',
    dependencies: ['vitest'],
    written: ['vitest.config.js', 'test/first-fixture.test.js', workflow],
  },
  'Vitest, JavaScript, CommonJS': {
    type: 'commonjs',
    dependencies: ['vitest'],
    written: ['vitest.config.mjs', 'test/first-fixture.test.js', workflow],
  },
  'Vitest, TypeScript, ES modules': {
    type: 'module',
    dependencies: ['vitest', 'typescript'],
    files: { 'tsconfig.json': bundler },
    written: ['vitest.config.ts', 'test/first-fixture.test.ts', workflow],
  },
  'Vitest, TypeScript, CommonJS': {
    type: 'commonjs',
    dependencies: ['vitest', 'typescript'],
    files: { 'tsconfig.json': tsconfig({ module: 'nodenext', target: 'es2023', noEmit: true }) },
    written: ['vitest.config.mts', 'test/first-fixture.test.ts', workflow],
  },
  'Vitest, configured by Vite, with tests of its own': {
    type: 'module',
    dependencies: ['vitest', 'typescript'],
    files: {
      'tsconfig.json': bundler,
      'vite.config.ts': `import { defineConfig } from 'vite'\n\nexport default defineConfig(() => ({\n  test: { include: ['src/**/*.spec.ts'] },\n}))\n`,
      'src/sums.spec.ts': own,
    },
    written: ['vite.config.ts', 'src/first-fixture.spec.ts', workflow],
  },
  'Jest, JavaScript, CommonJS': {
    type: 'commonjs',
    dependencies: ['jest'],
    written: ['jest.config.js', 'test/first-fixture.test.js', workflow],
  },
  'Jest, JavaScript, ES modules': {
    type: 'module',
    dependencies: ['jest', '@jest/globals'],
    written: ['jest.config.js', 'test/first-fixture.test.js', workflow],
  },
  'Jest, TypeScript, CommonJS': {
    type: 'commonjs',
    dependencies: ['jest', 'ts-jest', 'typescript', '@types/jest'],
    files: { 'tsconfig.json': tsconfig({ module: 'commonjs', target: 'es2023', esModuleInterop: true }) },
    manifest: { jest: { preset: 'ts-jest' } },
    written: ['test/first-fixture.test.ts', workflow],
  },
  'Jest, TypeScript, ES modules': {
    type: 'module',
    dependencies: ['jest', '@jest/globals', 'ts-jest', 'typescript'],
    files: {
      'tsconfig.json': tsconfig({ module: 'esnext', moduleResolution: 'bundler', target: 'es2023' }),
      'jest.config.mjs': `import { createDefaultEsmPreset } from 'ts-jest'\n\nexport default {\n  // Compiled, not checked.\n  ...createDefaultEsmPreset(),\n}\n`,
    },
    manifest: { scripts: { test: 'node --experimental-vm-modules node_modules/jest/bin/jest.js' } },
    written: ['jest.config.mjs', 'test/first-fixture.test.ts', workflow],
  },
}

describe.each(Object.entries(cases))('init sets up %s', (name, one) => {
  test('so that its first run is green, and a second init finds nothing to do', async (context) => {
    const project = await createProject(name, one, context)
    const init = await project.call('init', '--yes')
    expect(init.exitCode, init.text).toBe(0)
    expect(writtenIn(init.text)).toEqual(expect.arrayContaining([...one.written]))
    expect(writtenIn(init.text).filter((path) => path !== 'package.json')).toHaveLength(one.written.length)

    const first = await project.npmTest()
    expect(first.exitCode, first.text).toBe(0)
    expect(first.text).toContain('soracom-fixtures: target is the embedded emulator, since no credentials are given')
    expect(first.text).toContain('soracom-fixtures: 1 operator made, none is left')

    const sweep = await project.call('sweep', '--yes')
    expect(sweep.exitCode, sweep.text).toBe(0)
    const again = await project.call('init', '--yes')
    expect(again).toMatchObject({ exitCode: 0, text: expect.stringContaining('Everything is there already') })
  })
})

// ts-jest checks the types itself.
test.for(Object.entries(cases).filter(([name]) => name.startsWith('Vitest, TypeScript')))(
  'what init writes for %s compiles',
  async ([name, one], context) => {
    const project = await createProject(`${name}, compiled`, one, context)
    await project.call('init', '--yes')
    const tsc = join(project.folder, 'node_modules/typescript/bin/tsc')
    expect(await outcomeOf(process.execPath, [tsc, '-p', '.'], project.folder)).toEqual({ exitCode: 0, text: '' })
  },
)

test('init installs what it adds to package.json', async (context) => {
  const { folder } = consumer(context)
  const project = join(folder, 'projects/installs')
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { dependencies: object }
  const tarballs = Object.entries(manifest.dependencies).filter(([name]) => name.includes('soracom-fixtures'))
  const dependencies = tarballs.map(([name, path]) => [name, String(path).replace(/^file:(?!\/)/, `file:${folder}/`)])
  await write(project, {
    'package.json': JSON.stringify({ private: true, devDependencies: Object.fromEntries(dependencies) }),
  })
  const main = join(folder, 'node_modules/soracom-fixtures/dist/main.mjs')
  const init = await outcomeOf(process.execPath, [main, 'init', '--runner', 'vitest', '--yes', '--skip-ci'], project)
  expect(init.exitCode, init.text).toBe(0)
  const first = await outcomeOf('npm', ['test'], project)
  expect(first.exitCode, first.text).toBe(0)
})

interface Outcome {
  readonly exitCode: number
  readonly text: string
}

// A project in a folder of its own, which has what was installed once for all.
async function createProject(name: string, { type, dependencies, files, manifest }: Case, context: TestContext) {
  const { folder: shared } = consumer(context)
  const folder = join(shared, 'projects', name.toLowerCase().replaceAll(/\W+/g, '-'))
  const devDependencies = Object.fromEntries(['soracom-fixtures', ...dependencies].map((one) => [one, '*']))
  const packageJson = JSON.stringify({ name: 'a', private: true, type, devDependencies, ...manifest }, undefined, 2)
  await write(folder, { 'package.json': `${packageJson}\n`, ...files })
  await symlink(join(shared, 'node_modules'), join(folder, 'node_modules'))
  const main = join(folder, 'node_modules/soracom-fixtures/dist/main.mjs')
  return {
    folder,
    call: (...args: string[]) => outcomeOf(process.execPath, [main, ...args], folder),
    npmTest: () => outcomeOf('npm', ['test'], folder),
  }
}

function consumer({ skip }: TestContext): Consumer {
  return 'reason' in installed ? skip(installed.reason) : installed
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

async function outcomeOf(file: string, args: readonly string[], cwd: string): Promise<Outcome> {
  const {
    stdout,
    stderr,
    code = 0,
  } = await run(file, [...args], { cwd, env: cleanEnvironment() }).catch((error) => error)
  return { exitCode: code, text: stdout + stderr }
}

// The list at the end: `  new     test/first-fixture.test.js`.
function writtenIn(text: string): string[] {
  return [...text.matchAll(/^ {2}(?:new|changed) +(\S+)$/gm)].map(([, path = '']) => path)
}
