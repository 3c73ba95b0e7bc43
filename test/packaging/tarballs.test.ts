import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, expect, test } from 'vitest'
import { importsOf, specifiersOf, toPackageName } from './imports-of.ts'
import { type PackedPackage, packPackages } from './pack-packages.ts'
import limits from './size-limits.json' with { type: 'json' }

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

const workspace = await packPackages()
afterAll(async () => await workspace[Symbol.asyncDispose]())

const sizeLimits = limits as Readonly<Record<string, { readonly packedKb: number; readonly unpackedKb: number }>>
const howToRaise =
  'Look for what made it larger. Where that is worth it, raise the limit in test/packaging/size-limits.json in the same commit, and say why in its message.'

const packages = workspace.packages.map((one) => [one.manifest.name, one] as const)

test('no package is larger than size-limits.json lets it be', () => {
  const sizes = packages.map(([name, one]) => ({ name, limits: sizeLimits[name], ...one }))
  console.log(toSizeTable(sizes))
  const above = sizes.flatMap(({ name, limits, packedBytes, unpackedBytes }) => [
    ...(packedBytes > (limits?.packedKb ?? 0) * 1000 ? [`${name} is ${toKb(packedBytes)} kB packed`] : []),
    ...(unpackedBytes > (limits?.unpackedKb ?? 0) * 1000 ? [`${name} is ${toKb(unpackedBytes)} kB unpacked`] : []),
  ])
  expect(above, howToRaise).toEqual([])
})

test('size-limits.json names the packages, and follows them when they become smaller', () => {
  expect(Object.keys(sizeLimits).sort()).toEqual(packages.map(([name]) => name).sort())
  // A limit that is far away watches nothing.
  const loose = packages.filter(
    ([name, { packedBytes }]) => (sizeLimits[name]?.packedKb ?? 0) * 1000 > packedBytes * 1.5 + 5_000,
  )
  expect(
    loose.map(([name]) => name),
    'lower the limits of these in test/packaging/size-limits.json',
  ).toEqual([])
})

test.each(packages)('%s has its build, its texts and nothing else', (_, { files }) => {
  expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'THIRD-PARTY-NOTICES']))
  const texts = /^(package\.json|README\.md|LICENSE|THIRD-PARTY-NOTICES|(dist\/)?rate-card\.schema\.json)$/
  const others = files.filter((file) => !texts.test(file))
  expect(others.filter((file) => !/^(bin\.mjs|dist\/[\w-]+(\.d)?\.[cm][jt]s)$/.test(file))).toEqual([])
  expect(others.filter((file) => /test/.test(file.replace('vitest', '')))).toEqual([])
  expect(others).not.toEqual([])
})

test.each(packages)('%s describes itself', async (name, { manifest, folder }) => {
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
  // A setup file is imported for what it does; nothing else is.
  const setupFiles = targetsOf(manifest.exports).filter((target) => /matchers\.[cm]js$/.test(target))
  const { sideEffects } = manifest
  expect(sideEffects === false ? [] : sideEffects.filter((file) => file.startsWith('./dist/'))).toEqual(setupFiles)
  expect(await readFile(join(folder, 'README.md'), 'utf8')).toMatch(new RegExp(`^# ${name}\n`))
  expect(await readFile(join(folder, 'LICENSE'), 'utf8')).toMatch(
    /^MIT License\n\nCopyright \(c\) \d+ soracom-fixtures contributors\n/,
  )
})

test.each(packages)('%s points at built files that are there', (_, { manifest, files }) => {
  const targets = targetsOf(manifest.exports).filter((target) => !target.includes('*'))
  expect(JSON.stringify(manifest)).not.toContain('"source"')
  expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:/)
  expect(targets.filter((target) => !files.includes(target.replace('./', '')))).toEqual([])
})

// The adapter for Vitest carries the entry of core, and imports the rest of it by names that no user has.
test('what a package imports of another is an entry of it, and its file is there', async () => {
  const specifiers = new Set((await Promise.all(packages.map(([, one]) => specifiersOf(one)))).flat())
  const others = [...specifiers].filter((specifier) => packages.some(([name]) => name === toPackageName(specifier)))
  expect(others).toEqual(
    expect.arrayContaining(['@soracom-fixtures/core', '@soracom-fixtures/core/later/create-order']),
  )
  expect(others.filter((specifier) => !isThere(specifier))).toEqual([])
})

function isThere(specifier: string): boolean {
  const name = toPackageName(specifier)
  const entry = `.${specifier.slice(name.length)}`
  const [, { manifest, files }] = packages.find(([one]) => one === name) as (typeof packages)[number]
  const found = Object.entries(manifest.exports).flatMap(([key, value]) => {
    const [before = '', after] = key.split('*')
    if (after === undefined) return key === entry ? targetsOf(value) : []
    return entry.startsWith(before) ? targetsOf(value).map((one) => one.replace('*', entry.slice(before.length))) : []
  })
  return found.length > 0 && found.every((target) => files.includes(target.replace('./', '')))
}

// There where the package runs: Jest gives a file its globals, and `@jest/globals` on request. soracom-fixtures has what is
// behind it as well.
const given = (name: string) => ['@jest/globals', 'jest', ...(name === 'soracom-fixtures' ? ['expect'] : [])]

test.each(packages)('%s depends on exactly what its files import', async (name, one) => {
  const { dependencies = {}, peerDependencies = {} } = one.manifest
  const declared = [...Object.keys(dependencies), ...Object.keys(peerDependencies)].sort()
  expect(await importsOf(one)).toEqual(declared.filter((one) => !given(name).includes(one)))
})

test.each(packages)('%s is clean for publint', async (_, { tarball, manifest }) => {
  const file = await readFile(tarball)
  const data = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer
  const { messages, pkg } = await publint({ pack: { tarball: data }, strict: true })
  expect(pkg?.name).toBe(manifest.name)
  expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([])
})

test.each(packages)('%s has types that are right for every way to import it', async (_, { tarball, manifest }) => {
  const entries = Object.entries(manifest.exports).filter(([, value]) => typeof value !== 'string')
  const isDual = (value: unknown): boolean => JSON.stringify(value).includes('"require"')
  const profiles = {
    node16: entries.filter(([, value]) => isDual(value)),
    'esm-only': entries.filter(([, value]) => !isDual(value)),
  }
  for (const [profile, ofProfile] of Object.entries(profiles)) {
    if (ofProfile.length === 0) continue
    const names = ofProfile.map(([entry]) => entry)
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js')
    const args = [attw, tarball, '--profile', profile, '--no-color', '--no-emoji', '--entrypoints', ...names]
    const { stdout, code = 0 } = await run(process.execPath, args).catch((error) => error)
    expect(code, stdout).toBe(0)
    expect(stdout).toContain(`${manifest.name} v${manifest.version}`)
    for (const name of names) expect(stdout).toContain(join(manifest.name, name))
  }
})

test('the notices name each library that is carried inside, with its license', async () => {
  const notices = await Promise.all(
    packages.map(async ([name, { folder }]) => [name, await readFile(join(folder, 'THIRD-PARTY-NOTICES'), 'utf8')]),
  )
  const named = notices.map(([name, text = '']) => [
    name,
    [...text.matchAll(/^(\S+) \d\S+ \(\S+\)$/gm)].map(([, one]) => one),
  ])
  const ofClient = ['got', '@sindresorhus/is', 'form-data-encoder', 'p-retry']
  expect(Object.fromEntries(named)).toMatchObject({
    '@soracom-fixtures/api': [],
    '@soracom-fixtures/client': expect.arrayContaining(ofClient),
    '@soracom-fixtures/core': expect.arrayContaining([...ofClient, 'is-network-error', 'nanoid']),
    'soracom-fixtures': ['@babel/parser', 'diff', 'package-manager-detector', 'yaml'],
  })
  // What no client asks of got is not carried.
  expect(named.flat(2)).not.toContain('http2-wrapper')
  expect(Object.fromEntries(notices)['@soracom-fixtures/client']).toMatch(/Permission is hereby granted/)
})

interface Sized extends PackedPackage {
  readonly name: string
  readonly limits: { readonly packedKb: number; readonly unpackedKb: number } | undefined
}

function toSizeTable(sizes: readonly Sized[]): string {
  const rows = sizes.map(({ name, limits, packedBytes, unpackedBytes, files }) =>
    [
      name.padEnd(28),
      `packed ${toKb(packedBytes).padStart(6)} of ${limits?.packedKb} kB`,
      `unpacked ${toKb(unpackedBytes).padStart(7)} of ${limits?.unpackedKb} kB`,
      `${files.length} files`,
    ].join('  '),
  )
  return rows.join('\n')
}

function toKb(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}

// Every file that an exports map names.
function targetsOf(exports: unknown): string[] {
  if (typeof exports === 'string') return [exports]
  return Object.values(exports as object).flatMap(targetsOf)
}
