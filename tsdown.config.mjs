import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { defineConfig } from 'tsdown'

// got, p-retry, nanoid and rou3 are ESM-only, so the CommonJS build carries them inside; got is carried in the ESM build
// too, since bundled it costs half to import (decisions/0003-dual-build.md). What only `init` uses is carried inside, since
// nobody should install it for one command.
const bundledInEsm = ['got', '@babel/parser', 'diff', 'package-manager-detector', 'yaml']
const bundledInCjs = ['got', 'p-retry', 'nanoid', 'rou3']

// Each package that is looked up and loaded costs a test file a millisecond. So what every one of them imports is one file:
// the entries for Vitest carry the entry of core, and the few words of the API that it needs. What makes sets carries the
// client as well. Whatever is of a class or kept for a process is known by registered symbols, so that copies agree.
const carried = {
  api: /^@soracom-fixtures\/api(\/|$)/,
  apiAndClient: /^@soracom-fixtures\/(api|client)(\/|$)/,
  entriesOfCoreAndApi: /^@soracom-fixtures\/(api|core)$/,
  entriesOfVitestCoreAndApi: /^@soracom-fixtures\/(api|core|vitest)$/,
}
// A process of its own has the time, and so has what is only loaded where a client is asked for.
const carriedAlone = /^@soracom-fixtures\/(api(\/|$)|client\/errors$)/

// What makes the resources, each loaded with the first of its kind.
const makers = readdirSync(join(import.meta.dirname, 'packages/core/src/resources'))
  .filter((file) => /^(create|insert)-/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => `resources/${basename(file, '.ts')}`)

// What a test file loads of core beyond its entry, when it needs it: under these names the adapter for Vitest imports it.
const later = Object.fromEntries(
  importedLater('packages/core/src/index.ts').map((file) => [`later-${basename(file, '.ts')}`, file]),
)

// What Node's globals are called in its modules. Bundled code takes them from there: a test's environment may lack them
// (that of a browser in Jest) or have replaced them (fake timers).
const ofModules = {
  'node:buffer': ['Buffer'],
  'node:perf_hooks': ['performance'],
  'node:timers': ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'],
  'node:url': ['URL', 'URLSearchParams'],
  'node:util': ['TextDecoder', 'TextEncoder'],
}
const inject = Object.fromEntries(
  Object.entries(ofModules).flatMap(([module, names]) => names.map((name) => [name, [module, name]])),
)

// They stand in the sources and in the types; reading them costs each test file a part of a millisecond.
const comments = { jsdoc: false }
const unsplit = { outputOptions: { comments } }

// What `await using` disposes of is declared for compilers that are told of an older `lib` as well.
const disposable = '/// <reference lib="esnext.disposable" />'

/**
 * @type {{ dir: string, folder?: string, carries?: RegExp, entry: string[], later?: Record<string, string>, dual: boolean,
 *   dts?: boolean, begin?: string, required?: string[], run?: string, whole?: (string | string[])[], copy?: string[] }[]}
 */
const packages = [
  { dir: 'api', entry: ['index', 'schemas', 'billing'], dual: true },
  { dir: 'client', carries: carried.api, entry: ['index', 'errors'], dual: true, whole: ['errors'] },
  { dir: 'emulator', entry: ['index', 'billing'], dual: true, begin: disposable },
  // Both builds start the same reaper, as a process. A file of tests loads the first, and the second where it makes
  // something.
  {
    dir: 'core',
    carries: carried.apiAndClient,
    entry: ['index', 'engine'],
    later,
    dual: true,
    begin: disposable,
    required: ['src/platform/platform-client.ts', 'src/planning/planning.ts'],
    run: 'src/reaper.ts',
    whole: ['index', ['create-own-session', 'run/create-run-session', ...makers]],
  },
  {
    dir: 'vitest',
    carries: carried.entriesOfCoreAndApi,
    entry: ['index', 'global-setup', 'matchers', 'browser', 'matchers-in-browser'],
    dual: false,
  },
  { dir: 'jest', entry: ['index', 'global-setup', 'global-teardown'], dual: true },
  // Its declarations add to a module, which must be imported; the bundler of declarations leaves the import out.
  { dir: 'jest', entry: ['matchers'], dual: true, begin: "import type {} from 'expect'" },
  // Nothing of the command itself is imported: it has no types.
  {
    dir: 'cli',
    entry: ['main'],
    dual: false,
    dts: false,
    required: ['src/planning/stand-in-runner.ts'],
    copy: ['../emulator/rate-card.schema.json'],
  },
  { dir: 'cli', folder: 'entries/', carries: carried.entriesOfVitestCoreAndApi, entry: ['vitest'], dual: false },
  {
    dir: 'cli',
    folder: 'entries/',
    entry: ['vitest-in-browser', 'vitest-global-setup', 'vitest-matchers'],
    dual: false,
  },
  {
    dir: 'cli',
    folder: 'entries/',
    entry: ['jest', 'jest-matchers', 'jest-global-setup', 'jest-global-teardown', 'emulator', 'emulator-billing'],
    dual: true,
  },
]

// Writes down which libraries' modules a build carries inside, for scripts/third-party-notices.mjs.
const recordBundled = (dir, name) => ({
  name: 'record-bundled',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds)
    const folder = join(import.meta.dirname, 'node_modules/.cache/bundled', dir)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(modules.filter((id) => id.includes('/node_modules/'))))
  },
})

// What got imports for HTTP/2 and for its caches of answers and of names. No client asks for them (load-got.ts), and they are
// two fifths of what got takes to load, with Node's own HTTP/2 among it.
const unusedByGot = ['http2-wrapper', 'cacheable-lookup', 'cacheable-request']
const leanGot = {
  name: 'lean-got',
  resolveId: (id) => (unusedByGot.includes(id) ? '\0unused-by-got' : null),
  load: (id) => (id === '\0unused-by-got' ? standInText : null),
}
const standInText = `
export default function notCarried() { throw new Error('The got that is carried here has no HTTP/2 and no caches.') }
export class CacheError extends Error {}`

// Among the sources all is imported, and stands in one package; built, this stands in the place of that.
const standIns = { 'load-planning.ts': 'load-built-planning.ts' }
const standInsOfCarried = { ...standIns, 'require-built.ts': 'require-built-of-core.ts' }
const inPlace = (carriesCore) => ({
  name: 'in-place',
  resolveId(id, importer) {
    const { [basename(id)]: standIn } = carriesCore ? standInsOfCarried : standIns
    return standIn ? join(dirname(importer), dirname(id), standIn) : null
  },
})

// What is carried of core is its entry alone.
const laterFromCore = {
  name: 'later-from-core',
  resolveId: (id, importer, { kind }) =>
    kind === 'dynamic-import' && importer?.includes('/core/src/')
      ? { id: `@soracom-fixtures/core/later/${basename(id, '.ts')}`, external: true }
      : null,
}

// Importing a module of Node makes a copy of its exports for each process, getters included: 3 ms for `node:process`, which
// opens its streams. Nothing of that is there where it is asked for by name.
const builtinsByName = {
  name: 'builtins-by-name',
  renderChunk: (code) =>
    code.replaceAll(/^import (.+) from "(node:[^"]+)";$/gm, (line, names, module) =>
      // Runners have one of their own: what it requires is of the context that the tests are in.
      module === 'node:module' ? line : toLookup(names, module),
    ),
}

// One character beyond ASCII makes V8 hold the whole file in two bytes a character.
const inAscii = {
  name: 'in-ascii',
  // Not before: the text of a chunk is printed once more, without escapes.
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle).filter(
      ({ type, fileName }) => type === 'chunk' && /js$/.test(fileName),
    )) {
      chunk.code = chunk.code.replaceAll(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    }
  },
}

function toLookup(names, module) {
  const found = module === 'node:process' ? 'globalThis.process' : `globalThis.process.getBuiltinModule("${module}")`
  const [, whole, some] = /^(?:\* as )?([\w$]+)?(?:, )?(\{.+\})?$/.exec(names)
  const lookups = [whole, some?.replaceAll(' as ', ': ')].filter((name) => name !== undefined)
  return lookups.map((name) => `const ${name} = ${found};`).join('\n')
}

export default defineConfig(
  packages.flatMap(
    ({
      dir,
      folder = '',
      carries,
      entry,
      later = {},
      dual,
      dts = true,
      begin,
      required = [],
      run,
      whole = [],
      copy = [],
    }) => {
      const carriesCore = carries?.test('@soracom-fixtures/core')
      const named = Object.fromEntries(entry.map((name) => [name, `src/${folder}${name}.ts`]))
      const common = {
        cwd: `packages/${dir}`,
        entry: named,
        target: 'node20',
        platform: 'node',
        fixedExtension: true,
        dts: dts && { entry: Object.values(named).map((file) => `packages/${dir}/${file}`) },
        copy,
        banner: begin ? { dts: begin } : undefined,
        inputOptions: {
          experimental: { attachDebugInfo: 'none' },
          preserveEntrySignatures: 'allow-extension',
          transform: { inject },
          resolve: { conditionNames: ['source', 'import', 'node', 'default'] },
        },
        outputOptions: {
          comments,
          codeSplitting: { groups: whole.map((roots) => chunkOf(`packages/${dir}`, [roots].flat())) },
        },
        outDir: 'dist',
        logLevel: 'warn',
        clean: false,
      }
      const loaded = Object.fromEntries(Object.entries(later).map(([name, file]) => [name, relative(common.cwd, file)]))
      const esm = { ...common, entry: { ...named, ...loaded }, format: 'esm', deps: depsOf(bundledInEsm, carries) }
      const cjs = { ...common, format: 'cjs', deps: depsOf(bundledInCjs, carries) }
      const alone = (entry, bundled) => ({
        entry: [entry],
        dts: false,
        deps: depsOf(bundled, carriedAlone),
        ...unsplit,
      })
      const ofProcess = run ? [{ ...esm, ...alone(run, bundledInEsm) }] : []
      const ofRequired = required.map((file) => ({ ...cjs, ...alone(file, bundledInCjs) }))
      const builds = [esm, ...ofProcess, ...(dual ? [cjs] : []), ...ofRequired]
      return builds.map((build) => {
        const name = `${Object.values(build.entry)[0].replaceAll('/', '-')}.${build.format}`
        const ofCarried = carriesCore ? [laterFromCore] : []
        const ofFormat = build.format === 'esm' ? [builtinsByName] : []
        return {
          ...build,
          plugins: [...ofCarried, inPlace(carriesCore), leanGot, recordBundled(dir, name), inAscii, ...ofFormat],
        }
      })
    },
  ),
)

/** What a package's build carries inside. Its types refer to the other packages all the same. */
function depsOf(bundled, carried) {
  return {
    alwaysBundle: (id, importer = '') => bundled.includes(id) || (carried?.test(id) && !importer.endsWith('.d.ts')),
    onlyBundle: false,
  }
}

/** One file of what modules need at once, since each file costs a test file a part of a millisecond to load. */
function chunkOf(dir, roots) {
  const entries = roots.map((root) => join(import.meta.dirname, dir, 'src', `${root}.ts`))
  const name = basename(roots[0])
  let reached
  return {
    name(id, graph) {
      reached ??= reachedFrom(entries, graph)
      return reached.has(id) ? `with-${name}` : null
    },
  }
}

function reachedFrom(entries, graph) {
  const reached = new Set(entries)
  for (const id of reached) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(imported)
  return reached
}

/** What the modules that a file imports at once import later. */
function importedLater(file) {
  const atOnce = new Set([file])
  const later = new Set()
  for (const importer of atOnce) {
    const text = readFileSync(join(import.meta.dirname, importer), 'utf8')
    for (const [, id] of text.matchAll(/^(?:import|export) (?!type )[^']*from '(\.[^']+)'/gm))
      atOnce.add(join(dirname(importer), id))
    for (const [, id] of text.matchAll(/await import\('(\.[^']+)'\)/g)) later.add(join(dirname(importer), id))
  }
  return [...later]
}
