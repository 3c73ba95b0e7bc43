import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, expect, test } from 'vitest'
import { importsOf } from './imports-of.ts'
import { type PackedPackage, packPackages } from './pack-packages.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

const workspace = await packPackages()
afterAll(async () => await workspace[Symbol.asyncDispose]())

const packages = workspace.packages.map((one) => [one.manifest.name, one] as const)

test('the size of each tarball is told', () => {
  for (const [name, { bytes, files }] of packages) {
    console.log(`${name}: ${(bytes / 1024).toFixed(1)} kB, ${files.length} files`)
    expect(bytes).toBeLessThan(400 * 1024)
  }
})

test.each(packages)('%s has its build, its texts and nothing else', (_, { files }) => {
  expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'THIRD-PARTY-NOTICES']))
  const texts = /^(package\.json|README\.md|LICENSE|THIRD-PARTY-NOTICES|rate-card\.schema\.json)$/
  const others = files.filter((file) => !texts.test(file))
  expect(others.filter((file) => !/^dist\/[\w-]+(\.d)?\.[cm][jt]s$/.test(file))).toEqual([])
  expect(others.filter((file) => /test/.test(file.replace('vitest', '')))).toEqual([])
  expect(others).not.toEqual([])
})

test.each(packages)('%s describes itself', async (name, { manifest, folder, files }) => {
  expect(manifest).toMatchObject({
    description: expect.stringMatching(/^.{20,}\.$/),
    license: 'MIT',
    type: 'module',
    engines: { node: '>=20.19' },
    files: expect.arrayContaining(['dist', 'README.md', 'THIRD-PARTY-NOTICES']),
    repository: {
      type: 'git',
      url: 'git+https://github.com/soracom-fixtures/soracom-fixtures.git',
      directory: expect.stringMatching(/^packages\/\w+$/),
    },
  })
  // A setup file is imported for what it does.
  const setupFiles = (manifest as { sideEffects?: unknown }).sideEffects
  const matchers = files.filter((file) => /^dist\/matchers\.[cm]js$/.test(file)).map((file) => `./${file}`)
  expect(setupFiles || matchers).toEqual(expect.arrayContaining(matchers))
  expect(await readFile(join(folder, 'README.md'), 'utf8')).toMatch(new RegExp(`^# ${name}\n`))
  expect(await readFile(join(folder, 'LICENSE'), 'utf8')).toMatch(
    /^MIT License\n\nCopyright \(c\) \d+ soracom-fixtures contributors\n/,
  )
})

test.each(packages)('%s points at built files that are there', (_, { manifest, files }) => {
  const targets = targetsOf(manifest.exports)
  expect(JSON.stringify(manifest)).not.toContain('"source"')
  expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:/)
  expect(targets.filter((target) => !files.includes(target.replace('./', '')))).toEqual([])
})

// There where the package runs: Jest gives a file its globals, and `@jest/globals` on request.
const given = ['@jest/globals', 'jest']

test.each(packages)('%s depends on exactly what its files import', async (_, one) => {
  const { dependencies = {}, peerDependencies = {} } = one.manifest
  const declared = [...Object.keys(dependencies), ...Object.keys(peerDependencies)].sort()
  expect(await importsOf(one)).toEqual(declared.filter((name) => !given.includes(name)))
})

test.each(packages)('%s is clean for publint', async (_, { tarball, manifest }) => {
  const file = await readFile(tarball)
  const data = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer
  const { messages, pkg } = await publint({ pack: { tarball: data }, strict: true })
  expect(pkg?.name).toBe(manifest.name)
  expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([])
})

test.each(packages.filter(([, { manifest }]) => '.' in manifest.exports))(
  '%s has types that are right for every way to import it',
  async (_, { tarball, manifest }) => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js')
    const profile = isDual(manifest) ? 'node16' : 'esm-only'
    const args = [attw, tarball, '--profile', profile, '--no-color', '--no-emoji']
    const { stdout, code = 0 } = await run(process.execPath, args).catch((error) => error)
    expect(code, stdout).toBe(0)
    expect(stdout).toContain(`${manifest.name} v${manifest.version}`)
  },
)

test('the notices name each library that is carried inside, with its license', async () => {
  const notices = await Promise.all(
    packages.map(async ([name, { folder }]) => [name, await readFile(join(folder, 'THIRD-PARTY-NOTICES'), 'utf8')]),
  )
  const named = notices.map(([name, text = '']) => [
    name,
    [...text.matchAll(/^(\S+) \d\S+ \(\S+\)$/gm)].map(([, one]) => one),
  ])
  expect(Object.fromEntries(named)).toMatchObject({
    '@soracom-fixtures/api': [],
    '@soracom-fixtures/client': expect.arrayContaining([
      'got',
      'keyv',
      'cacheable-request',
      'http2-wrapper',
      'p-retry',
    ]),
    '@soracom-fixtures/core': ['is-network-error', 'nanoid', 'p-retry'],
    'soracom-fixtures': [],
  })
  expect(Object.fromEntries(notices)['@soracom-fixtures/client']).toMatch(/Permission is hereby granted/)
})

// Whether a package is for CommonJS too.
function isDual({ exports }: PackedPackage['manifest']): boolean {
  return JSON.stringify(exports['.']).includes('"require"')
}

// Every file that an exports map names.
function targetsOf(exports: unknown): string[] {
  if (typeof exports === 'string') return [exports]
  return Object.values(exports as object).flatMap(targetsOf)
}
