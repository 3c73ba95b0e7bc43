import { defineConfig } from 'tsdown'

// got, p-retry, nanoid and rou3 are ESM-only, so the CommonJS build carries them inside; got is carried in the ESM build
// too, since bundled it costs half to import (decisions/0003-dual-build.md).
const bundledInEsm = ['got']
const bundledInCjs = ['got', 'p-retry', 'nanoid', 'rou3']

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

/** @type {{ dir: string, entry: string[], dual: boolean, dts?: boolean, required?: string, run?: string }[]} */
const packages = [
  { dir: 'api', entry: ['index', 'schemas', 'billing'], dual: true },
  { dir: 'client', entry: ['index'], dual: true },
  { dir: 'emulator', entry: ['index', 'billing'], dual: true },
  // Both builds start the same reaper, as a process.
  { dir: 'core', entry: ['index'], dual: true, run: 'src/reaper.ts' },
  { dir: 'vitest', entry: ['index', 'global-setup', 'matchers', 'browser', 'matchers-in-browser'], dual: false },
  { dir: 'jest', entry: ['index', 'global-setup', 'global-teardown'], dual: true },
  // Nothing of it is imported: it has no types.
  { dir: 'cli', entry: ['main'], dual: false, dts: false, required: 'src/planning/stand-in-runner.ts' },
]

export default defineConfig(
  packages.flatMap(({ dir, entry, dual, dts = true, required, run }) => {
    const common = {
      cwd: `packages/${dir}`,
      entry: entry.map((name) => `src/${name}.ts`),
      target: 'node20',
      platform: 'node',
      fixedExtension: true,
      dts,
      // What `await using` disposes of is declared for compilers that are told of an older `lib` as well.
      banner: dir === 'emulator' ? { dts: '/// <reference lib="esnext.disposable" />' } : undefined,
      inputOptions: { transform: { inject } },
      outDir: 'dist',
      logLevel: 'warn',
      clean: false,
    }
    const esm = { ...common, format: 'esm', deps: { alwaysBundle: bundledInEsm, onlyBundle: false } }
    const cjs = { ...common, format: 'cjs', deps: { alwaysBundle: bundledInCjs, onlyBundle: false } }
    const alone = run ? [{ ...esm, entry: [run], dts: false }] : []
    return [esm, ...alone, ...(dual ? [cjs] : []), ...(required ? [{ ...cjs, entry: [required] }] : [])]
  }),
)
