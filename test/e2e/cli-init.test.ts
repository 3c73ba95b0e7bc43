import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCommandLine } from '../support/command-line.ts'
import { cleanEnvironment } from '../support/inline-project.ts'

const main = join(import.meta.dirname, '../../packages/cli/dist/main.mjs')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soracom-fixtures-init-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function write(files: Readonly<Record<string, string | object>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(
      join(folder, path),
      typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`,
    )
  }
}

const init = (...args: string[]) => runCommandLine(['init', '--skip-install', ...args], { cwd: folder })
const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8')
const withVitest = { devDependencies: { 'soracom-fixtures': '*', vitest: '^4.1.12' }, scripts: { test: 'vitest run' } }
const withJest = { devDependencies: { 'soracom-fixtures': '*', jest: '^30.5.2' }, scripts: { test: 'jest' } }

describe('init ends with an error, and writes nothing,', () => {
  const old = { 'node_modules/vitest/package.json': { name: 'vitest', version: '2.1.9' } }
  test.each([
    ['without a project', {}, [], 'has no package.json that can be read'],
    ['where package.json is malformed', { 'package.json': '{' }, [], 'is not JSON'],
    ['without a runner', { 'package.json': {} }, [], 'neither Vitest nor Jest is in package.json. Say --runner'],
    [
      'with both runners',
      { 'package.json': { devDependencies: { jest: '*', vitest: '*' } } },
      [],
      'the project has both Vitest and Jest. Say which one',
    ],
    [
      'with another runner',
      { 'package.json': { scripts: { test: 'mocha test/*.js' } } },
      [],
      'emulator exec -- mocha test/*.js',
    ],
    [
      'with a runner that is too old',
      { 'package.json': withVitest, ...old },
      [],
      'vitest 2.1.9 is installed, and fixtures need 3.2',
    ],
    ['where nobody agrees', { 'package.json': withVitest }, ['--skip-ci'], 'nothing was written. Add --yes'],
  ] as const)('%s', async (_, files, args, message) => {
    await write(files)
    const before = await readdir(folder)
    const { exitCode, stderr } = await init(...args)
    expect(exitCode).toBe(1)
    expect(stderr).toContain(message)
    expect(await readdir(folder)).toEqual(before)
  })

  test('for a runner that there is none of', async () => {
    const { exitCode, stderr } = await init('--runner', 'mocha')
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--runner must be one of vitest, jest; it is "mocha".')
  })
})

test('--dry-run shows a diff and writes nothing', async () => {
  await write({ 'package.json': { name: 'a', devDependencies: { jest: '^29.7.0' } } })
  const { exitCode, stdout } = await init('--dry-run')
  expect(exitCode).toBe(0)
  expect(stdout).toContain('+    "soracom-fixtures": "^0.1.0"')
  expect(stdout).toContain('+++ b/test/first-fixture.test.js')
  expect(stdout).toContain('+++ b/.github/workflows/test.yml')
  expect(await readdir(folder)).toEqual(['package.json'])
})

describe('files of the user', () => {
  test('are kept, but for the lines that are shown', async () => {
    const config = `// ours\nimport { defineConfig } from "vitest/config"\n\nexport default defineConfig({\n    test: {\n        globalSetup: "./a.ts", // first\n    },\n})\n`
    await write({ 'package.json': withVitest, 'vitest.config.ts': config })
    expect((await init('--yes')).exitCode).toBe(0)
    expect(await read('vitest.config.ts')).toBe(
      config.replace('"./a.ts"', '["soracom-fixtures/vitest/global-setup", "./a.ts"]'),
    )
    expect(await read('package.json')).toBe(`${JSON.stringify(withVitest, undefined, 2)}\n`)
  })

  test.each([
    [
      'vitest.config.mjs',
      withVitest,
      'export default await load()',
      `Add to test in it: globalSetup: 'soracom-fixtures/vitest/global-setup'`,
    ],
    ['vitest.config.mjs', withVitest, 'export default { test: { projects: [] } }', 'vitest.config.mjs has projects'],
    ['jest.config.js', withJest, `module.exports = { globalSetup: './a.js' }`, 'since it has a globalSetup of its own'],
    ['jest.config.json', withJest, '{ "globalTeardown": "./a.js" }', 'since it has a globalTeardown of its own'],
  ])('are left alone where they cannot be changed safely: %s', async (name, manifest, config, note) => {
    await write({ 'package.json': manifest, [name]: config })
    const { exitCode, stderr } = await init('--yes')
    expect(exitCode).toBe(0)
    expect(stderr).toContain(note)
    expect(await read(name)).toBe(config)
  })

  test('are not added to where a test has fixtures already', async () => {
    const own = `import { operator } from '@soracom-fixtures/jest'\n`
    await write({ 'package.json': withJest, 'src/shop.test.js': own })
    const { stderr } = await init('--yes')
    expect(stderr).toContain('No first test is added, since src/shop.test.js has fixtures already.')
    expect(await readdir(join(folder, 'src'))).toEqual(['shop.test.js'])
  })
})

describe('the pipeline', () => {
  const steps = `on: push
jobs:
  build:
    steps:
      - run: npm run build
  test:
    steps:
      - run: npm ci
      - name: tests
        run: npm test # all
        env:
          A: 1

      # after them
      - run: npm run lint
`

  test('gets a step behind the one that runs the tests', async () => {
    await write({ 'package.json': withVitest, '.github/workflows/ci.yml': steps, 'pnpm-lock.yaml': '' })
    expect((await init('--yes')).exitCode).toBe(0)
    expect(await read('.github/workflows/ci.yml')).toBe(
      steps.replace(
        '          A: 1\n',
        `          A: 1
      # Where the tests have credentials of the API Sandbox, this step needs them too.
      - name: delete what a killed run has left
        if: always()
        run: pnpm exec soracom-fixtures sweep --yes
`,
      ),
    )
    expect((await init('--yes')).stdout).toContain('Everything is there already')
  })

  test('of another kind is left alone, and told what to run', async () => {
    await write({ 'package.json': withVitest, '.gitlab-ci.yml': 'test: {}', 'yarn.lock': '' })
    const { stderr } = await init('--yes')
    expect(stderr).toContain('No step was added to .gitlab-ci.yml.')
    expect(stderr).toContain('run: yarn soracom-fixtures sweep --yes')
    expect(await readdir(folder)).not.toContain('.github')
  })

  test.each([
    ['package-lock.json', 'npm ci', 'npx soracom-fixtures sweep --yes'],
    ['pnpm-lock.yaml', 'pnpm i --frozen-lockfile', 'pnpm exec soracom-fixtures sweep --yes'],
    ['yarn.lock', 'yarn install --frozen-lockfile', 'yarn soracom-fixtures sweep --yes'],
    ['bun.lock', 'bun install --frozen-lockfile', 'bun x soracom-fixtures sweep --yes'],
  ])('is made for the package manager of %s', async (lockFile, install, sweep) => {
    await write({ 'package.json': withVitest, [lockFile]: '' })
    await init('--yes')
    const workflow = await read('.github/workflows/test.yml')
    expect(workflow).toContain(`- run: ${install}\n`)
    expect(workflow).toContain(`run: ${sweep}\n`)
  })

  test.each([
    [
      'pnpm without a version',
      {},
      'pnpm-lock.yaml',
      '- uses: pnpm/action-setup@v4\n        with:\n          version: 10\n',
    ],
    [
      'pnpm with a version',
      { packageManager: 'pnpm@10.34.9' },
      'pnpm-lock.yaml',
      '- uses: pnpm/action-setup@v4\n      - uses: actions/setup-node',
    ],
    [
      'Yarn 4',
      { packageManager: 'yarn@4.18.1' },
      'yarn.lock',
      '- run: corepack enable\n      - uses: actions/setup-node',
    ],
  ])('brings %s', async (_, manifest, lockFile, steps) => {
    await write({ 'package.json': { ...withVitest, ...manifest }, [lockFile]: '' })
    await init('--yes')
    expect(await read('.github/workflows/test.yml')).toContain(steps)
  })
})

test('at a terminal it asks for the runner, and before it writes', async () => {
  await write({ 'package.json': {} })
  const line = `${process.execPath} ${main} init --skip-install --skip-ci`
  const stdio = ['pipe', 'pipe', 'inherit'] as const
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    cwd: folder,
    env: cleanEnvironment(),
    stdio: [...stdio],
  })
  const answers = { 'vitest or jest? ': 'jest\n', '[y/N] ': 'y\n' }
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    for (const [question, answer] of Object.entries(answers)) {
      if (text.includes(question)) child.stdin.write(answer)
    }
  })
  const exitCode = await new Promise((resolve) => child.on('close', resolve))
  expect(exitCode, printed).toBe(0)
  expect(printed).toContain('Which runner gets the first test, vitest or jest?')
  expect(printed).toContain('Write this? [y/N]')
  expect(await read('package.json')).toContain('"jest": "^30')
})
