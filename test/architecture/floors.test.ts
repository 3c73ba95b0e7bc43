import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPackages, type SourceFile, toPackageName, type WorkspacePackage } from './read-packages.ts'

// A package imports only from floors below its own, so those of one floor do not know each other.
const floors: Readonly<Record<string, number>> = { api: 0, client: 1, emulator: 1, core: 2, vitest: 3, jest: 3, cli: 4 }

// Carried inside both builds (tsdown.config.mjs), so that users do not install them.
const bundled = ['got', '@babel/parser', 'diff', 'package-manager-detector', 'yaml']

// Not imported, but there where the package runs: Jest gives a file its globals, and `@jest/globals` on request.
// `soracom-fixtures`, in cli, has the runners of the adapters behind it.
const given: Readonly<Record<string, readonly string[]>> = {
  jest: ['@jest/globals', 'jest'],
  cli: ['@jest/globals', 'expect', 'jest', 'vitest'],
}

const packages = readPackages()
const byName = new Map(packages.map((one) => [one.name, one]))
const files = packages.flatMap((one) => one.sources)
const code = files.filter(({ isTest }) => !isTest)

test('every package has its floor', () => {
  for (const { dir } of packages) expect(floors, `packages/${dir}`).toHaveProperty(dir)
})

// Tests may reach over floors (the client is tested on the emulator); packages may not.
test('a package imports only from floors below it', () => {
  const above = eachImport(packages).filter(({ from, to }) => floorOf(to) >= floorOf(from))
  expect(above.map(({ file, specifier }) => `${file.path} imports ${specifier}`)).toEqual([])
})

test('a package imports another one by an entry of it', () => {
  const deep = files.flatMap(({ path, imports }) =>
    imports
      .filter((specifier) => byName.has(toPackageName(specifier) ?? ''))
      .filter((specifier) => !(specifier in (byName.get(toPackageName(specifier) ?? '')?.entries ?? {})))
      .map((specifier) => `${path} imports ${specifier}`),
  )
  expect(deep).toEqual([])
})

test('no path leaves the sources of its package', () => {
  const leaving = files.flatMap(({ path, inSrc, imports }) =>
    imports
      .filter((specifier) => specifier.startsWith('.'))
      .filter((specifier) => posix.join(posix.dirname(inSrc), specifier).startsWith('..'))
      .map((specifier) => `${path} imports ${specifier}`),
  )
  expect(leaving).toEqual([])
})

test('no code imports a test', () => {
  const paths = new Set(files.filter(({ isTest }) => isTest).map(({ path }) => path))
  const wrong = code.filter((file) => localImports(file).some((path) => paths.has(path)))
  expect(wrong.map(({ path }) => path)).toEqual([])
})

describe.each(packages.filter(hasCode))('the package $dir', (one) => {
  const imported = new Set(
    one.sources.filter(({ isTest }) => !isTest).flatMap(({ imports }) => imports.map(toPackageName)),
  )
  imported.delete(undefined)

  test('depends on what it imports, and on nothing else', () => {
    const needed = [...imported].filter((name) => !bundled.includes(name ?? ''))
    const wanted = [...needed, ...(given[one.dir] ?? [])].sort()
    expect([...one.dependencies, ...one.peerDependencies].sort()).toEqual(wanted)
  })

  test('has what is carried inside it as a development dependency', () => {
    for (const name of bundled) expect(one.devDependencies.includes(name), name).toBe(imported.has(name))
  })
})

test('a rule looks at something', () => {
  expect(packages.length).toBeGreaterThanOrEqual(6)
  expect(code.length).toBeGreaterThan(150)
  expect(eachImport(packages).length).toBeGreaterThan(50)
})

describe('only', () => {
  test('an adapter imports its test runner', () => {
    expect(
      importersOf(/^(vitest|jest|@jest\/|@vitest\/)/).filter((path) => !/^packages\/(vitest|jest)\//.test(path)),
    ).toEqual([])
  })

  test('the journal, the configuration and the command line touch files', () => {
    const allowed = /^packages\/(core\/src\/(journal|configuration)|cli\/src)\//
    expect(importersOf(/^node:fs/).filter((path) => !allowed.test(path))).toEqual([])
  })

  test('the emulator’s server and the client’s transport touch the network', () => {
    const allowed = /^packages\/(emulator\/src\/http\/server\.ts$|client\/src\/transport\/)/
    const network = /^(got|undici|node:(http|https|http2|net|tls|dgram))$/
    expect(importersOf(network).filter((path) => !allowed.test(path))).toEqual([])
  })
})

describe('the core', () => {
  // The folders that a folder may import from, apart from itself: thinking is kept from acting.
  const allowed: Readonly<Record<string, readonly string[]>> = {
    graph: [],
    kit: [],
    events: ['configuration', 'plan'],
    journal: ['errors', 'kit'],
    errors: ['declare'],
    wait: ['errors', 'events', 'kit'],
    plan: ['declare', 'errors', 'graph', 'kit'],
    planning: ['declare', 'errors', 'kit', 'plan', 'resources'],
    resources: ['declare', 'errors', 'kit', 'planning', 'platform', 'wait'],
    scope: ['declare', 'errors'],
    teardown: ['errors', 'events'],
    provision: ['declare', 'errors', 'events', 'plan', 'platform', 'teardown', 'wait'],
    configuration: ['declare', 'errors', 'kit'],
    report: ['errors', 'events', 'journal', 'plan', 'platform', 'run'],
  }

  test.each(Object.entries(allowed))('has in %s what needs nothing but %j', (folder, others) => {
    const found = inCore(folder).flatMap((file) => localImports(file).map((path) => path.split('/')[3] ?? ''))
    expect([...new Set(found)].filter((name) => name !== folder && !others.includes(name))).toEqual([])
  })

  describe.each(['plan', 'graph'])('%s', (folder) => {
    test('needs no package and nothing of Node', () => {
      const foreign = inCore(folder).flatMap(({ path, imports }) =>
        imports.filter((specifier) => !specifier.startsWith('.')).map((specifier) => `${path} imports ${specifier}`),
      )
      expect(foreign).toEqual([])
    })

    test('waits for nothing', () => {
      const waiting = inCore(folder).filter(({ text }) => /\b(await|async|Promise)\b/.test(text))
      expect(waiting.map(({ path }) => path)).toEqual([])
    })
  })
})

function inCore(folder: string): SourceFile[] {
  const found = code.filter(({ path }) => path.startsWith(`packages/core/src/${folder}/`))
  expect(found.length, `files in packages/core/src/${folder}`).toBeGreaterThan(0)
  return found
}

function hasCode({ sources }: WorkspacePackage): boolean {
  return sources.some(({ imports }) => imports.length > 0)
}

function floorOf(one: WorkspacePackage): number {
  return floors[one.dir] ?? Number.NaN
}

// Each import of one package by another's code.
function eachImport(all: readonly WorkspacePackage[]) {
  return all.flatMap((from) =>
    from.sources
      .filter(({ isTest }) => !isTest)
      .flatMap((file) =>
        file.imports.flatMap((specifier) => {
          const to = byName.get(toPackageName(specifier) ?? '')
          return to ? [{ from, to, file, specifier }] : []
        }),
      ),
  )
}

function importersOf(pattern: RegExp): string[] {
  return code.filter(({ imports }) => imports.some((specifier) => pattern.test(specifier))).map(({ path }) => path)
}

// The files of its own package that a file imports, from the root.
function localImports({ path, imports }: SourceFile): string[] {
  return imports
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(path), specifier))
}
